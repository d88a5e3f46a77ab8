package cadran.model.wire;

import java.io.IOException;

/** A page of changes arrived cut off or altered; nothing of it may be kept. */
public final class DamagedPageException extends IOException {
    public DamagedPageException(String reason) {
        super(reason);
    }

    public DamagedPageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
