package cadran.desktop.sync;

import cadran.desktop.store.SyncState;
import cadran.model.sync.Operation;
import java.util.List;
import java.util.UUID;

/** Operations on their way, with contiguous numbers, and where their author stands in the feed. */
public record PushBatch(UUID device, SyncState state, List<Operation> operations) {
    public PushBatch {
        operations = List.copyOf(operations);
    }
}
