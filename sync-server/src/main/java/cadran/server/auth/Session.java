package cadran.server.auth;

import cadran.model.ids.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that signed in.
 *
 * @param generation of the refresh tokens that can be used now; it grows with each use
 */
record Session(
        UUID id,
        UserId user,
        UUID deviceId,
        String deviceName,
        String address,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        int epoch,
        long generation,
        @Nullable Instant revokedAt) {
    boolean isOver(Instant now) {
        return revokedAt != null || !now.isBefore(expiresAt);
    }
}
