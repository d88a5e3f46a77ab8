package cadran.desktop.store;

import cadran.model.sync.EntityType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What changed in the tables that {@link GridIndex} watches and is not in the indexes yet. */
final class PendingRows {
    /** More of one table are read faster by reading it anew. */
    private static final int MOST = 100_000;

    private final Map<EntityType<?>, Long> versions = new HashMap<>();
    private final Map<EntityType<?>, Set<UUID>> watched = new HashMap<>();
    /** Of these nobody knows what changed. */
    private final Set<EntityType<?>> anew = new HashSet<>();

    synchronized void note(RowsChanged changed) {
        changed.ids().forEach((type, ids) -> {
            versions.merge(type, 1L, Long::sum);
            var noted = watched.get(type);
            if (noted != null) {
                noted.addAll(ids);
                if (ids.isEmpty() || noted.size() > MOST) {
                    anew.add(type);
                }
            }
        });
    }

    /** Any row of any table may be another now. */
    synchronized void noteAll(Collection<EntityType<?>> types) {
        types.forEach(type -> versions.merge(type, 1L, Long::sum));
        anew.addAll(watched.keySet());
    }

    synchronized long version(EntityType<?> type) {
        return versions.getOrDefault(type, 0L);
    }

    /** From here on what changes is noted. */
    synchronized void watch(EntityType<?> type) {
        watched.put(type, new HashSet<>());
        anew.remove(type);
    }

    synchronized void ignore(EntityType<?> type) {
        watched.remove(type);
        anew.remove(type);
    }

    synchronized boolean isWatched(EntityType<?> type) {
        return watched.containsKey(type);
    }

    synchronized boolean isAnew(EntityType<?> type) {
        return anew.contains(type);
    }

    synchronized boolean has(EntityType<?> type) {
        var noted = watched.get(type);
        return noted != null && !noted.isEmpty();
    }

    /** Hands out what changed in a table. */
    synchronized Set<UUID> take(EntityType<?> type) {
        var noted = watched.replace(type, new HashSet<>());
        return noted == null ? Set.of() : noted;
    }
}
