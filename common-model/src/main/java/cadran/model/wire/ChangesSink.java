package cadran.model.wire;

import cadran.model.audit.HistoryLine;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a page of changes as it is read. Until {@link ChangesReader} returns, the page may yet prove damaged. */
public interface ChangesSink {
    void head(PullHead head);

    void row(Row row);

    /** Of a snapshot: where its next part begins, and how many rows it has in all, about. */
    default void next(@Nullable String place, long total) {}

    /** The row was deleted, or left what this user may see. */
    void gone(EntityType<?> type, UUID id);

    /** The answer to one of this device's own operations. */
    void result(OperationResult result);

    /** Of the history: what is older is kept by the server alone. */
    default void historySince(Instant since) {}

    /** What happened to a row, the oldest first. */
    default void history(HistoryLine line) {}
}
