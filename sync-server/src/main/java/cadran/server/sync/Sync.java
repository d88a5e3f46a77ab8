package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UuidV7;
import cadran.model.sync.Operation;
import cadran.server.audit.AuditLog;
import cadran.server.db.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The parts of sync, wired once. */
public final class Sync implements AutoCloseable {
    /** Rows of a page of changes, about: a page ends where a transaction did. */
    private static final int PAGE = 20_000;

    private final Database database;
    private final EntityStore store = new EntityStore();
    private final Feed feed;
    private final Apply apply;
    private final HintBus bus = new HintBus();
    private final FeedWatch watch;
    private final SyncHandlers handlers;
    private final Snapshots snapshots;
    private final Compaction compaction;

    public Sync(Database database, AuditLog audit, InstantSource clock, UuidV7 ids) {
        this(database, audit, clock, ids, HistoryStream.USUAL);
    }

    /** @param offline how far back desktops have the history of rows */
    public Sync(Database database, AuditLog audit, InstantSource clock, UuidV7 ids, Duration offline) {
        this(database, audit, clock, ids, offline, PAGE, Signal::ofThreads);
    }

    Sync(Database database, AuditLog audit, InstantSource clock, UuidV7 ids, int pageSize, Supplier<Signal> signals) {
        this(database, audit, clock, ids, HistoryStream.USUAL, pageSize, signals);
    }

    private Sync(
            Database database,
            AuditLog audit,
            InstantSource clock,
            UuidV7 ids,
            Duration offline,
            int pageSize,
            Supplier<Signal> signals) {
        this.database = database;
        feed = new Feed(clock, ids);
        apply = new Apply(store, feed, audit, clock, ids);
        watch = new FeedWatch(database, feed, bus);
        var log = new OperationLog(clock);
        handlers = new SyncHandlers(
                database,
                feed,
                new PushGroups(database, new Push(apply, feed, log), signals),
                new Pull(store, feed, log, pageSize),
                new HistoryStream(feed, clock, offline),
                bus,
                new HintStream(bus, watch));
        compaction = new Compaction(database, feed, clock);
        snapshots = new Snapshots(database, feed, new Snapshot(store, feed, pageSize), new SnapshotCache(clock));
    }

    public EntityStore store() {
        return store;
    }

    /** For those who bring a transaction; they tell {@link #changed} when it is through. */
    public Apply apply() {
        return apply;
    }

    /** Applies the operations in a transaction of their own and wakes who listens. */
    public List<Outcome> run(OrganisationId organisation, Author author, List<Operation> operations) {
        var outcomes = database.inOrganisation(organisation, tx -> apply.run(tx, author, operations));
        changed(organisation, outcomes);
        return outcomes;
    }

    /** Wakes who listens, after a transaction with these outcomes was committed. */
    public void changed(OrganisationId organisation, List<Outcome> outcomes) {
        outcomes.stream()
                .mapToLong(outcome -> outcome.result().change())
                .max()
                .ifPresent(head -> bus.changed(organisation, head));
    }

    public SyncHandlers handlers() {
        return handlers;
    }

    public SnapshotHandlers snapshots() {
        return new SnapshotHandlers(snapshots);
    }

    public Compaction compaction() {
        return compaction;
    }

    public void start() {
        watch.start();
    }

    /** Ends the streams of hints; before the HTTP server stops, which waits for its requests. */
    @Override
    public void close() {
        bus.close();
        watch.close();
    }
}
