package cadran.desktop.sync;

import cadran.desktop.store.CacheTransaction;
import cadran.desktop.store.ChangedRows;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.RowId;
import cadran.desktop.store.SyncState;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.wire.PullHead;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts what the server said into both files: answers into the outbox first, then rows together with the cursor. */
final class Settling {
    private final LocalStore store;
    private final InstantSource clock;

    Settling(LocalStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Answers alone: what was refused is not shown any more, the rest stays until its change comes. */
    void answers(List<OperationResult> results) {
        var changed = store.inTurn(() -> {
            long cursor = store.cache().state().cursor();
            var before = store.outbox().liveRows(cursor);
            store.outbox().answers().record(results, clock.instant());
            before.removeAll(store.outbox().liveRows(cursor));
            var anew = new ChangedRows();
            store.cache().write(cache -> store.ownEdits().layOver(cache, before, Map.of(), cursor, anew));
            return anew;
        });
        publish(changed);
    }

    /** A page that follows the cursor; one that does not, because another came first, is left out. */
    void page(SyncState from, PulledPage page, PullHead head) {
        var changed = store.inTurn(() -> {
            var anew = new ChangedRows();
            if (!store.cache().state().equals(from)) {
                return anew;
            }
            var live = store.outbox().liveRows(from.cursor());
            store.outbox().answers().record(page.results(), clock.instant());
            store.cache().write(cache -> {
                write(cache, page.rows(), live, head.to(), anew);
                cache.state(state(head));
            });
            return anew;
        });
        publish(changed);
    }

    private void write(
            CacheTransaction cache, Map<RowId, @Nullable Row> rows, Set<RowId> live, long cursor, ChangedRows anew)
            throws SQLException {
        for (var entry : rows.entrySet()) {
            var id = entry.getKey();
            if (!live.contains(id)) {
                put(cache, id, entry.getValue());
                anew.add(Schema.type(id.entity()), id.id());
            }
        }
        var settled = new HashSet<>(live);
        settled.removeAll(store.outbox().liveRows(cursor));
        live.retainAll(rows.keySet());
        live.addAll(settled);
        store.ownEdits().layOver(cache, live, rows, cursor, anew);
    }

    private static void put(CacheTransaction cache, RowId id, @Nullable Row row) throws SQLException {
        if (row == null) {
            cache.remove(Schema.type(id.entity()), id.id());
        } else {
            cache.put(row);
        }
    }

    /** Changes since a load was opened, into the copy that it makes. */
    void fresh(CacheTransaction cache, PulledPage page, SyncState state) throws SQLException {
        store.outbox().answers().record(page.results(), clock.instant());
        for (var entry : page.rows().entrySet()) {
            put(cache, entry.getKey(), entry.getValue());
        }
        cache.state(state);
    }

    /** Some rows of a load, into the copy in use: better than an empty list. */
    void preview(List<Row> rows) {
        var changed = store.inTurn(() -> {
            var anew = new ChangedRows();
            var state = store.cache().state();
            var live = store.outbox().liveRows(state.cursor());
            var fresh = new LinkedHashMap<RowId, @Nullable Row>();
            rows.forEach(row -> fresh.put(new RowId(row.type().name(), row.id()), row));
            store.cache().write(cache -> write(cache, fresh, live, state.cursor(), anew));
            return anew;
        });
        publish(changed);
    }

    /** The rows of a type whose ids pass the test are exactly these. */
    void bucket(EntityType<?> type, Predicate<UUID> test, Map<RowId, @Nullable Row> rows) {
        var changed = store.inTurn(() -> {
            var anew = new ChangedRows();
            long cursor = store.cache().state().cursor();
            var live = store.outbox().liveRows(cursor);
            var fresh = new LinkedHashMap<RowId, @Nullable Row>();
            store.serverRows(type, (id, version) -> {
                if (test.test(id)) {
                    fresh.put(new RowId(type.name(), id), null);
                }
            });
            fresh.putAll(rows);
            store.cache().write(cache -> write(cache, fresh, live, cursor, anew));
            return anew;
        });
        publish(changed);
    }

    SyncState state(PullHead head) {
        return new SyncState(head.feed(), head.to(), head.hash(), Schema.NUMBER, clock.instant());
    }

    void publish(ChangedRows changed) {
        if (!changed.isEmpty()) {
            store.listeners().publish(changed.toEvent());
        }
    }
}
