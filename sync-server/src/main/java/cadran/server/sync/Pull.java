package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.sync.EntityType;
import cadran.model.wire.ChangesWriter;
import cadran.model.wire.PullHead;
import cadran.server.db.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of changes from one snapshot: every row that changed between the two cursors, as it stands now, be it newer
 * than the page's end; so whoever has the page has every row at least as new as its end, and each row only once in it.
 */
final class Pull {
    private static final int CHUNK = 1_000;

    private final EntityStore store;
    private final Feed feed;
    private final OperationLog log;
    private final DeviceNumbers devices = new DeviceNumbers();
    private final int pageSize;

    Pull(EntityStore store, Feed feed, OperationLog log, int pageSize) {
        this.store = store;
        this.feed = feed;
        this.log = log;
        this.pageSize = pageSize;
    }

    /**
     * @param device whose operations' answers belong to the page
     * @param after the highest number whose answer it has
     */
    record Question(FeedPosition known, @Nullable DeviceId device, long after) {}

    /** The page, packed, or nothing where the organisation has no feed yet. */
    Optional<byte[]> page(Tx tx, Author author, @Nullable UserId user, Question question) {
        if (feed.read(tx) == null) return Optional.empty();
        var view = View.of(author);
        var head = head(tx, view, question.known());
        var device = user == null ? null : question.device();
        if (device != null && user != null) devices.requireAnswered(tx, device, user, question.after());
        return Optional.of(Packed.page(page -> {
            page.head(head);
            writeRows(tx, view, head, page);
            if (device != null && user != null) {
                log.answers(tx, device, question.after(), head.to(), page::result);
            }
        }));
    }

    private PullHead head(Tx tx, View view, FeedPosition known) {
        var stamp = known.hash() == null ? null : Stamp.read(known.hash());
        var position = new FeedPosition(known.feed(), known.cursor(), stamp == null ? null : stamp.hash());
        var head = feed.requireUnforked(feed.history(tx, List.of(position)), position);
        long from = known.cursor();
        if (from > 0 && (from < head.floor() || stamp == null || !stamp.view().equals(view.fingerprint()))) {
            throw Feed.expired(head);
        }
        if (stamp != null && stamp.seen() > from) requireSeen(tx, head, stamp);
        long to = feed.pageEnd(tx, head, from, pageSize);
        boolean whole = to == head.seq();
        var next = new Stamp(
                whole ? head.hash() : feed.hashAt(tx, to),
                view.fingerprint(),
                whole ? 0 : head.seq(),
                whole ? "" : head.hash());
        return new PullHead(head.feed(), from, to, next.text(), Schema.NUMBER, !whole);
    }

    /** A backup from between the cursor and the snapshot of the last page has the cursor, but not the rows that came. */
    private void requireSeen(Tx tx, FeedHead head, Stamp stamp) {
        if (stamp.seen() > head.seq() || !feed.hashAt(tx, stamp.seen()).equals(stamp.seenHash())) throw Feed.forked();
    }

    private void writeRows(Tx tx, View view, PullHead head, ChangesWriter page) {
        Map<String, Set<UUID>> changed = new LinkedHashMap<>();
        feed.changes(tx, head.from(), head.to(), view.audiences(), pointer -> {
            if (!view.shows(pointer)) return;
            var rows = changed.computeIfAbsent(pointer.entity(), absent -> new LinkedHashSet<>());
            // Where it was changed last, not first.
            rows.remove(pointer.row());
            rows.add(pointer.row());
        });
        for (EntityType<?> type : Schema.TYPES) {
            var rows = new ArrayList<>(changed.getOrDefault(type.name(), Set.of()));
            for (int from = 0; from < rows.size(); from += CHUNK) {
                write(tx, view, type, rows.subList(from, Math.min(from + CHUNK, rows.size())), page);
            }
        }
    }

    private void write(Tx tx, View view, EntityType<?> type, List<UUID> ids, ChangesWriter page) {
        var rows = store.find(tx, type, ids);
        for (UUID id : ids) {
            var row = rows.get(id);
            if (row != null && view.audiences().contains(row.audience())) {
                page.row(row);
            } else {
                page.gone(type, id);
            }
        }
    }
}
