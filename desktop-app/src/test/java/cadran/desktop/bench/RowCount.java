package cadran.desktop.bench;

import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.PullHead;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps nothing of a page but how many rows it had and where the next begins. */
final class RowCount implements ChangesSink {
    private @Nullable PullHead head;
    private @Nullable String next;
    private long total;
    private long rows;

    @Override
    public void head(PullHead newHead) {
        head = newHead;
    }

    @Override
    public void row(Row row) {
        rows++;
    }

    @Override
    public void next(@Nullable String place, long newTotal) {
        next = place;
        total = newTotal;
    }

    @Override
    public void gone(EntityType<?> type, UUID id) {
        rows++;
    }

    @Override
    public void result(OperationResult result) {}

    PullHead head() {
        if (head == null) {
            throw new IllegalStateException("a page without a head");
        }
        return head;
    }

    @Nullable
    String next() {
        return next;
    }

    long total() {
        return total;
    }

    long rows() {
        return rows;
    }
}
