package cadran.desktop.store;

import cadran.model.sync.Intent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation that has no number yet: the outbox gives it one.
 *
 * @param baseVersion of the server's row that the author saw, 0 for none
 * @param reason why, in the author's words, if they gave one
 */
public record Draft(
        UUID id,
        @Nullable UUID group,
        Instant at,
        long baseVersion,
        Intent intent,
        @Nullable String reason) {
    public Draft(UUID id, @Nullable UUID group, Instant at, long baseVersion, Intent intent) {
        this(id, group, at, baseVersion, intent, null);
    }
}
