package cadran.desktop.store;

import cadran.model.sync.EntityType;
import cadran.model.sync.RowSums;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two files of an open profile and what hangs on them. Opening it replays what the cache lacks of the outbox. */
public final class LocalStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalStore.class);

    private final CacheStore cache;
    private final Outbox outbox;
    private final GridIndex index;
    private final Rows rows;
    private final History history;
    private final OwnEdits ownEdits;
    private final RowListeners listeners = new RowListeners();
    private final Medium medium;
    private final Lock changing;

    private LocalStore(CacheStore cache, Outbox outbox, UUID organisation, Medium medium) {
        this.medium = medium;
        changing = medium.lock();
        this.cache = cache;
        this.outbox = outbox;
        index = new GridIndex(cache, medium);
        listeners.add(index::note);
        rows = new Rows(cache, outbox, index);
        history = new History(cache);
        ownEdits = new OwnEdits(outbox, organisation);
        cache.afterLoss(this::replay);
    }

    /**
     * @param key null only in tests: a profile always has one
     * @param newDevice the identity of an installation that has none yet
     */
    public static LocalStore open(Path folder, @Nullable FileKey key, UUID organisation, Supplier<UUID> newDevice) {
        return open(folder, key, organisation, newDevice, Medium.DISK);
    }

    public static LocalStore open(
            Path folder, @Nullable FileKey key, UUID organisation, Supplier<UUID> newDevice, Medium medium) {
        var outbox = Outbox.open(medium.locate(folder.resolve("outbox").toString()), key, newDevice, medium);
        try {
            var base = medium.locate(folder.resolve("cache").toString());
            var cache = CacheStore.open(base, outbox.cacheNumber(), key, medium);
            var store = new LocalStore(cache, outbox, organisation, medium);
            store.replayOrBeginAnew();
            return store;
        } catch (RuntimeException e) {
            outbox.close();
            throw e;
        }
    }

    /** A copy that a power cut left half made opens, and fails when it is used. */
    private void replayOrBeginAnew() {
        try {
            replay();
        } catch (StoreException e) {
            if (e.isDiskFull()) {
                throw e;
            }
            LOG.warn("the local copy can't be used and is built anew", e);
            cache.beginAnew();
            replay();
        }
    }

    private void replay() {
        long cursor = cache.state().cursor();
        cache.write(transaction -> ownEdits.replay(transaction, cursor));
    }

    /** What was saved while the copy could not be written is shown as soon as it can be. */
    private boolean replay(Connection connection) throws SQLException {
        long cursor = CacheStore.state(connection).cursor();
        CacheTransaction.run(connection, transaction -> ownEdits.replay(transaction, cursor));
        index.noteAll();
        return true;
    }

    /** Once the first rows are shown, big tables are read into memory in the background, to be found in at once. */
    public void indexBigTables() {
        index.prepare(GridIndex.BIG);
    }

    GridIndex index() {
        return index;
    }

    public Medium medium() {
        return medium;
    }

    public CacheStore cache() {
        return cache;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Rows rows() {
        return rows;
    }

    public History history() {
        return history;
    }

    public OwnEdits ownEdits() {
        return ownEdits;
    }

    public RowListeners listeners() {
        return listeners;
    }

    /** Takes the id and version of a row as the server has it. */
    public interface VersionSink {
        void accept(UUID id, long version);
    }

    /** The server's rows of a type, without what is pending over them. */
    public void serverRows(EntityType<?> type, VersionSink sink) {
        cache.read(connection -> {
            Versions.read(connection, type, sink);
            return true;
        });
    }

    public RowSums sums(EntityType<?> type) {
        var sums = new RowSums();
        serverRows(type, sums::add);
        return sums;
    }

    /** The next local copy, as far as it got. */
    public CacheLoad nextCache() {
        return CacheLoad.open(this);
    }

    /** Puts a loaded copy in the place of this one, with everything on top that the server does not have yet. */
    public void adopt(CacheLoad load, long cursor) {
        inTurn(() -> {
            load.write(transaction -> ownEdits.replay(transaction, cursor));
            load.adopt();
            return true;
        });
    }

    /** Begins an empty copy in the place of a damaged one; what is pending is shown at once. */
    public void beginAnew() {
        try (var empty = CacheLoad.open(this)) {
            empty.discard();
        }
        try (var empty = CacheLoad.open(this)) {
            adopt(empty, 0);
        }
    }

    /** Edits and pulls take turns: each reads rows, decides, and writes both files. */
    public <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        changing.lock();
        try {
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void close() {
        inTurn(() -> {
            index.close();
            cache.close();
            outbox.close();
            return true;
        });
    }
}
