package cadran.model.wire;

import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import java.util.UUID;

/** Takes a page of changes as it is read. Until {@link ChangesReader} returns, the page may yet prove damaged. */
public interface ChangesSink {
    void head(PullHead head);

    void row(Row row);

    /** The row was deleted, or left what this user may see. */
    void gone(EntityType<?> type, UUID id);

    /** The answer to one of this device's own operations. */
    void result(OperationResult result);
}
