package cadran.model.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one row of a synced table.
 *
 * @param seq its place in the audit log, and so in the order of all that happened
 * @param subject the row in whose history it belongs: the row itself, or the one it is a part of
 * @param edit the same for all that was done in one edit; null where that is not known
 * @param user null where the server did it by itself
 * @param apiKeyName null where no program did it in the person's name
 * @param action what was done to the row: create, change or delete
 * @param reason why, in its author's words, if they gave one
 * @param changes null once the personal part was erased
 */
public record HistoryLine(
        long seq,
        Instant at,
        @Nullable UUID edit,
        @Nullable UUID user,
        @Nullable String userName,
        @Nullable String apiKeyName,
        @Nullable String deviceName,
        String action,
        String entity,
        UUID row,
        UUID subject,
        @Nullable String reason,
        @Nullable List<AuditLine.Change> changes) {}
