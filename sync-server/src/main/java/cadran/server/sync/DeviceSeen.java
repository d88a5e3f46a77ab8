package cadran.server.sync;

import cadran.model.sync.Operation;
import cadran.model.sync.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a device's earlier operations left behind, by their numbers. */
final class DeviceSeen implements SeenVersions {
    private record Seen(@Nullable UUID row, long version) {}

    private final Map<Long, Seen> byNumber = new HashMap<>();

    void put(long number, @Nullable UUID row, long version) {
        byNumber.put(number, new Seen(row, version));
    }

    @Override
    public long after(Operation operation) {
        var seen = byNumber.get(operation.after());
        return seen != null && operation.intent().rowId().equals(seen.row()) ? seen.version() : -1;
    }

    @Override
    public void decided(Operation operation, @Nullable Row row, boolean seen) {
        put(operation.number(), operation.intent().rowId(), version(row, seen));
    }

    static long version(@Nullable Row row, boolean seen) {
        return seen && row != null ? row.version() : -1;
    }
}
