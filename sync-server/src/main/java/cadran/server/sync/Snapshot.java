package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import cadran.model.sync.RowSums;
import cadran.model.wire.ChangesWriter;
import cadran.model.wire.ProbeJson;
import cadran.model.wire.PullHead;
import cadran.server.db.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's rows for who starts from nothing. A load has an opening, which says where in the feed it stands, and
 * parts, each read when it is asked for. A part may be newer than the opening, never older: the changes from the opening
 * on make them agree. So no database snapshot is held open for minutes, and a load goes on after it broke off.
 */
final class Snapshot {
    /** Rows read at a time. */
    private static final int CHUNK = 5_000;

    private final EntityStore store;
    private final Feed feed;
    private final int partSize;

    Snapshot(EntityStore store, Feed feed, int partSize) {
        this.store = store;
        this.feed = feed;
        this.partSize = partSize;
    }

    /** Of a load that begins at {@code from}. */
    byte[] opening(Tx tx, View view, FeedHead head, long from) {
        var hash = from == head.seq() ? head.hash() : feed.hashAt(tx, from);
        return Packed.page(page -> {
            page.head(new PullHead(head.feed(), from, from, view.stamp(hash), Schema.NUMBER, true));
            page.next(new Continuation(Place.FIRST, 0, "").text(), count(tx, view));
        });
    }

    private long count(Tx tx, View view) {
        long count = 0;
        for (var type : Schema.TYPES) {
            if (view.shows(type)) count += store.count(tx, type);
        }
        return count;
    }

    /** Rows as they stood at one place of the feed. */
    static final class Part {
        final UUID feed;
        final long at;
        final String hash;
        final byte[] packed;

        private Part(UUID feed, long at, String hash, byte[] packed) {
            this.feed = feed;
            this.at = at;
            this.hash = hash;
            this.packed = packed;
        }
    }

    /** @param stamp for what is personal and comes last: the load's, from here on. What is shared has none. */
    Part part(Tx tx, View view, FeedHead head, Place from, String stamp) {
        var packed = Packed.page(page -> {
            page.head(new PullHead(head.feed(), head.seq(), head.seq(), stamp, Schema.NUMBER, true));
            var next = write(tx, view, from, page);
            page.next(next == null ? null : new Continuation(next, head.seq(), head.hash()).text(), 0);
        });
        return new Part(head.feed(), head.seq(), head.hash(), packed);
    }

    /** Where the next part begins. */
    private @Nullable Place write(Tx tx, View view, Place from, ChangesWriter page) {
        int left = partSize;
        Place place = from;
        while (place != null && left > 0) {
            int wanted = Math.min(left, CHUNK);
            var rows = view.shows(place.type()) ? read(tx, view, place, wanted) : List.<Row>of();
            rows.forEach(page::row);
            left -= rows.size();
            place = rows.size() < wanted
                    ? place.nextTable()
                    : place.behind(rows.getLast().id());
            // What is shared is cached apart from what is not.
            if (place != null && place.personal() != from.personal()) return place;
        }
        return place;
    }

    private List<Row> read(Tx tx, View view, Place place, int limit) {
        return store.after(tx, place.type(), audiences(tx, view, place.personal()), place.after(), limit);
    }

    private static List<UUID> audiences(Tx tx, View view, boolean personal) {
        var organisation = tx.organisation().value();
        return view.audiences().stream()
                .filter(audience -> personal != audience.equals(organisation))
                .toList();
    }

    /** What the tables come to, for who wants to know whether a copy is right. */
    ProbeJson.Probe probe(Tx tx, View view, FeedHead head) {
        var sums = new LinkedHashMap<EntityType<?>, RowSums>();
        for (var type : Schema.TYPES) {
            if (!view.shows(type)) continue;
            var all = new RowSums();
            store.versions(tx, type, view.audiences(), all::add);
            sums.put(type, all);
        }
        return new ProbeJson.Probe(head.feed(), head.seq(), view.stamp(head.hash()), sums);
    }

    /** Every row of one bucket of the sums. */
    byte[] bucket(Tx tx, View view, FeedHead head, EntityType<?> type, int bucket) {
        var ids = new ArrayList<UUID>();
        if (view.shows(type)) {
            store.versions(tx, type, view.audiences(), (id, version) -> {
                if (RowSums.bucket(id) == bucket) ids.add(id);
            });
        }
        return Packed.page(page -> {
            page.head(new PullHead(head.feed(), head.seq(), head.seq(), view.stamp(head.hash()), Schema.NUMBER, false));
            store.find(tx, type, ids).values().forEach(page::row);
        });
    }
}
