package cadran.server.sync;

import cadran.model.sync.EntityType;
import cadran.model.wire.ProbeJson;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client reads that starts from nothing, or wants to know whether its copy is right. */
public final class Snapshots {
    private final Database database;
    private final Feed feed;
    private final Snapshot snapshot;
    private final SnapshotCache cache;

    Snapshots(Database database, Feed feed, Snapshot snapshot, SnapshotCache cache) {
        this.database = database;
        this.feed = feed;
        this.snapshot = snapshot;
        this.cache = cache;
    }

    public byte[] opening(Caller caller) {
        var organisation = caller.organisation();
        // A feed has its identity from its first reader or writer on; a snapshot can't write it down.
        if (database.<@Nullable FeedHead>inSnapshot(organisation, feed::read) == null) {
            database.inOrganisation(organisation, feed::lock);
        }
        return database.inSnapshot(organisation, tx -> {
            var head = feed.require(tx);
            var known = cache.beginning(organisation, head);
            if (known != null && isOurs(tx, head, known.at(), known.hash())) {
                return snapshot.opening(tx, view(tx, caller), head, known.at());
            }
            cache.begin(organisation, head);
            return snapshot.opening(tx, view(tx, caller), head, head.seq());
        });
    }

    /** What this process remembers may be of a history that was lost when a backup was put back under it. */
    private boolean isOurs(Tx tx, FeedHead head, long at, String hash) {
        return hash.equals(at == head.seq() ? head.hash() : feed.hashAt(tx, at));
    }

    /**
     * @param loading and {@code at} are what the opening of this load said
     * @param hash too: who may see something else since would have holes where parts came in between
     */
    public byte[] part(Caller caller, UUID loading, long at, @Nullable String hash, String place) {
        var asked = Continuation.read(place);
        var from = asked.place();
        var stamp = hash == null ? null : Stamp.read(hash);
        return database.inSnapshot(caller.organisation(), tx -> {
            var head = feed.require(tx);
            if (!head.feed().equals(loading) || at > head.seq() || asked.seen() > head.seq()) throw Feed.forked();
            var view = view(tx, caller);
            boolean seesOther = stamp != null && !stamp.view().equals(view.fingerprint());
            if (at < head.floor() || seesOther) throw Feed.expired(head);
            if (asked.seen() > 0 && !isOurs(tx, head, asked.seen(), asked.seenHash())) throw Feed.forked();
            if (from.personal()) {
                var beyond = stamp == null ? "" : new Stamp(stamp.hash(), stamp.view(), head.seq(), head.hash()).text();
                return snapshot.part(tx, view, head, from, beyond).packed;
            }
            var key = new SnapshotCache.Key(caller.organisation(), view.entities(), from.toString());
            var known = cache.find(key, loading, at);
            if (known != null && isOurs(tx, head, known.at, known.hash)) return known.packed;
            var part = snapshot.part(tx, view, head, from, "");
            cache.keep(key, part);
            return part.packed;
        });
    }

    public ProbeJson.Probe probe(Caller caller) {
        return database.inSnapshot(caller.organisation(), tx -> snapshot.probe(tx, view(tx, caller), feed.require(tx)));
    }

    public byte[] bucket(Caller caller, EntityType<?> type, int bucket) {
        return database.inSnapshot(
                caller.organisation(), tx -> snapshot.bucket(tx, view(tx, caller), feed.require(tx), type, bucket));
    }

    private static View view(Tx tx, Caller caller) {
        return View.of(Author.of(tx, caller));
    }
}
