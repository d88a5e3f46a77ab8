package cadran.server.keys;

import org.jspecify.annotations.Nullable;

/** A secret that none of the master keys at hand opens. */
final class SealedException extends IllegalStateException {
    SealedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
