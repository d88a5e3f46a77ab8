package cadran.model.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log.
 *
 * @param user null where no person did it
 * @param apiKeyName null where no program did it in the person's name
 * @param changes null once the personal part was erased
 */
public record AuditLine(
        long seq,
        Instant at,
        @Nullable UUID user,
        @Nullable String userName,
        @Nullable String apiKeyName,
        @Nullable String deviceName,
        String action,
        String entity,
        String entityId,
        @Nullable List<Change> changes) {
    /** A field with its values as text. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}
}
