package cadran.desktop.store;

import cadran.model.sync.EntityType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What changed in the local copy, by an own edit or by the server.
 *
 * @param ids by type; a type with an empty set changed in so many rows that they are not named
 */
public record RowsChanged(Map<EntityType<?>, Set<UUID>> ids) {
    /** More than this nobody looks at one by one. */
    public static final int NAMED = 5_000;

    public RowsChanged {
        ids = Map.copyOf(ids);
    }

    public boolean touches(EntityType<?> type) {
        return ids.containsKey(type);
    }

    public boolean mayTouch(EntityType<?> type, UUID id) {
        var named = ids.get(type);
        return named != null && (named.isEmpty() || named.contains(id));
    }
}
