package cadran.desktop.store;

import cadran.model.sync.EntityType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Collects what a transaction changed, for {@link RowsChanged}. */
public final class ChangedRows {
    private final Map<EntityType<?>, Set<UUID>> ids = new HashMap<>();

    public void add(EntityType<?> type, UUID id) {
        ids.computeIfAbsent(type, any -> new HashSet<>()).add(id);
    }

    /** So many of a type that they are not named. */
    public void addAll(EntityType<?> type) {
        ids.put(type, new HashSet<>());
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    public RowsChanged toEvent() {
        var event = new HashMap<EntityType<?>, Set<UUID>>();
        ids.forEach((type, rows) -> event.put(type, rows.size() > RowsChanged.NAMED ? Set.of() : Set.copyOf(rows)));
        return new RowsChanged(event);
    }
}
