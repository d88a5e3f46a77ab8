package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.wire.ProbeJson;
import cadran.server.db.Database;
import cadran.server.http.HttpProblem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client reads that starts from nothing, or wants to know whether its copy is right. */
public final class Snapshots {
    private static final int GONE = 410;

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

    public byte[] opening(OrganisationId organisation, Author author) {
        // A feed has its identity from its first reader or writer on; a snapshot can't write it down.
        if (head(organisation) == null) database.inOrganisation(organisation, feed::lock);
        return database.inSnapshot(organisation, tx -> {
            var head = feed.require(tx);
            return snapshot.opening(tx, View.of(author), head, cache.beginning(organisation, head));
        });
    }

    /** @param loading and {@code at} are what the opening of this load said */
    public byte[] part(OrganisationId organisation, Author author, UUID loading, long at, String place) {
        var from = Place.read(place);
        var view = View.of(author);
        var head = head(organisation);
        if (head == null || !head.feed().equals(loading) || at > head.seq()) throw Feed.forked();
        if (at < head.floor())
            throw HttpProblem.of(GONE, Problem.of("sync.cursor_expired").with("floor", head.floor()));
        if (from.personal()) return read(organisation, view, from).packed;
        var key = new SnapshotCache.Key(organisation, view.entities(), place);
        var known = cache.find(key, loading, at);
        if (known != null) return known.packed;
        var part = read(organisation, view, from);
        cache.keep(key, part);
        return part.packed;
    }

    private Snapshot.Part read(OrganisationId organisation, View view, Place from) {
        return database.inSnapshot(organisation, tx -> snapshot.part(tx, view, from));
    }

    public ProbeJson.Probe probe(OrganisationId organisation, Author author) {
        return database.inSnapshot(organisation, tx -> snapshot.probe(tx, View.of(author), feed.require(tx)));
    }

    public byte[] bucket(OrganisationId organisation, Author author, EntityType<?> type, int bucket) {
        return database.inSnapshot(
                organisation, tx -> snapshot.bucket(tx, View.of(author), feed.require(tx), type, bucket));
    }

    private @Nullable FeedHead head(OrganisationId organisation) {
        return database.<@Nullable FeedHead>inSnapshot(organisation, feed::read);
    }
}
