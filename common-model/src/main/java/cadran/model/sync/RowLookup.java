package cadran.model.sync;

import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the rows are found that another one refers to. */
@FunctionalInterface
public interface RowLookup {
    @Nullable
    Row find(EntityType<?> type, UUID id);

    /** Finds each row once, for one piece of work on one thread: thousands of numbers have a few types. */
    static RowLookup remembering(RowLookup rows) {
        var known = new HashMap<UUID, Optional<Row>>();
        return (type, id) -> known.computeIfAbsent(id, any -> Optional.ofNullable(rows.find(type, id)))
                .orElse(null);
    }
}
