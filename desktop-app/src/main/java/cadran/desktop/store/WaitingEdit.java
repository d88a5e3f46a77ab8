package cadran.desktop.store;

import cadran.model.sync.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list shows of an edit that did not go through. There may be ten thousand: the rest is read when one is looked at. */
public record WaitingEdit(
        UUID id, @Nullable UUID group, String entity, UUID rowId, Verdict verdict, EditLabel label, Instant at) {
    public static WaitingEdit of(QueuedOperation queued, Verdict verdict) {
        var operation = queued.operation();
        var intent = operation.intent();
        return new WaitingEdit(
                operation.id(),
                operation.group(),
                intent.entity(),
                intent.rowId(),
                verdict,
                queued.label(),
                operation.at());
    }
}
