package cadran.desktop.sync;

import cadran.desktop.client.Unreachable;
import cadran.desktop.store.RowId;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.PullHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of changes in memory: only a whole one, with the right checksum, may touch the local copy. */
final class PulledPage implements ChangesSink {
    private @Nullable PullHead head;
    private @Nullable String next;
    private long total;
    private final Map<RowId, @Nullable Row> rows = new LinkedHashMap<>();
    private final List<OperationResult> results = new ArrayList<>();

    @Override
    public void head(PullHead newHead) {
        head = newHead;
    }

    @Override
    public void row(Row row) {
        rows.put(new RowId(row.type().name(), row.id()), row);
    }

    @Override
    public void gone(EntityType<?> type, UUID id) {
        rows.put(new RowId(type.name(), id), null);
    }

    @Override
    public void result(OperationResult result) {
        results.add(result);
    }

    @Override
    public void next(@Nullable String place, long newTotal) {
        next = place;
        total = newTotal;
    }

    /** Where the next part of a load begins. */
    @Nullable
    String next() {
        return next;
    }

    long total() {
        return total;
    }

    PullHead head() throws Unreachable {
        if (head == null) {
            throw new Unreachable("a page without a head");
        }
        return head;
    }

    /** Null for a row that is gone. */
    Map<RowId, @Nullable Row> rows() {
        return rows;
    }

    List<OperationResult> results() {
        return results;
    }
}
