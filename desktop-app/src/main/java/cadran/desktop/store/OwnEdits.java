package cadran.desktop.store;

import cadran.model.Schema;
import cadran.model.sync.Decide;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays the user's pending edits over the server's rows, with the decision that the server will make: after a pull, and
 * at start for what the cache had not heard of when the program stopped.
 */
public final class OwnEdits {
    private static final int AT_ONCE = 500;

    private final Outbox outbox;
    private final UUID audience;

    /** @param audience of rows that edits create */
    public OwnEdits(Outbox outbox, UUID audience) {
        this.outbox = outbox;
        this.audience = audience;
    }

    /** What the user sees of a row: the server's, and then each edit that it would take. */
    static @Nullable Row show(EntityType<?> type, @Nullable Row server, List<QueuedOperation> edits, UUID audience) {
        long version = server == null ? 0 : server.version();
        var seeing = new HashSet<Long>();
        Row shown = server;
        for (var edit : edits) {
            if (isIn(server, edit)) {
                continue;
            }
            var operation = edit.operation();
            Long after = edit.afterVersion();
            boolean saw = version == operation.baseVersion()
                    || (after != null && after == version)
                    || seeing.contains(operation.after());
            if (saw) {
                seeing.add(operation.number());
            }
            var decision = Decide.decide(type, operation.intent(), shown, saw, audience);
            shown = decision.verdict() == Verdict.REFUSED ? shown : decision.after();
        }
        return shown == null ? null : shown.atVersion(version);
    }

    /** A page may hold rows newer than the cursor: laid over one that has it, an edit would hide what others did since. */
    private static boolean isIn(@Nullable Row server, QueuedOperation edit) {
        var answer = edit.result();
        // A deletion leaves no version.
        return server != null && answer != null && answer.version() > 0 && answer.version() <= server.version();
    }

    /** At start: everything that is saved is shown again, whatever the cache missed. */
    public void replay(CacheTransaction cache, long cursor) throws SQLException {
        var rows = new HashSet<>(outbox.liveRows(cursor));
        rows.addAll(cache.copied());
        layOver(cache, rows, Map.of(), cursor, new ChangedRows());
    }

    /**
     * Shows these rows anew.
     *
     * @param fresh what the server says of them now, null for "no such row"; ones that it says nothing of keep what it
     *     said last
     * @param cursor up to which the cache will have the server's changes when this transaction ends
     */
    public void layOver(
            CacheTransaction cache,
            Collection<RowId> rows,
            Map<RowId, @Nullable Row> fresh,
            long cursor,
            ChangedRows changed)
            throws SQLException {
        var byType = rows.stream()
                .filter(row -> Schema.find(row.entity()) != null)
                // In an order of their own: a story that a simulation tells twice must be the same.
                .collect(Collectors.groupingBy(
                        RowId::entity,
                        TreeMap::new,
                        Collectors.mapping(RowId::id, Collectors.toCollection(TreeSet::new))));
        for (var entry : byType.entrySet()) {
            var ids = new ArrayList<>(entry.getValue());
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
                layOver(cache, Schema.type(entry.getKey()), new LinkedHashSet<>(some), fresh, cursor, changed);
            }
        }
    }

    private void layOver(
            CacheTransaction cache,
            EntityType<?> type,
            Set<UUID> ids,
            Map<RowId, @Nullable Row> fresh,
            long cursor,
            ChangedRows changed)
            throws SQLException {
        var copies = cache.copies(type, ids);
        var shown = cache.rows(type, ids);
        var edits = new HashMap<UUID, List<QueuedOperation>>();
        for (var edit : outbox.live(ids, cursor)) {
            edits.computeIfAbsent(edit.operation().intent().rowId(), any -> new ArrayList<>())
                    .add(edit);
        }
        for (var id : ids) {
            var known = new RowId(type.name(), id);
            var copy = copies.get(id);
            Row server = fresh.containsKey(known) ? fresh.get(known) : copy != null ? copy.row() : shown.get(id);
            var own = edits.getOrDefault(id, List.of());
            if (!own.isEmpty()) {
                cache.keepCopy(type, id, server);
            } else if (copy != null) {
                cache.dropCopy(type, id);
            }
            Row now = show(type, server, own, audience);
            if (now == null) {
                cache.remove(type, id);
            } else {
                cache.put(now);
            }
            changed.add(type, id);
        }
    }
}
