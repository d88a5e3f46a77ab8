package cadran.model.organisations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of a third program, without its secret. It may do what is listed here and its maker may do, too. */
public record ApiKey(
        UUID id,
        String name,
        List<Permission> permissions,
        UUID madeBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {
    /** What is asked for when one is made. */
    public record Request(String name, List<Permission> permissions, Instant expiresAt) {}

    /** @param secret shown this one time; only its hash is kept */
    public record Made(ApiKey key, String secret) {
        @Override
        public String toString() {
            return "Made[" + key + "]";
        }
    }
}
