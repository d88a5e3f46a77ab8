package cadran.desktop.store;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The two files of an open profile and what hangs on them. Opening it replays what the cache lacks of the outbox. */
public final class LocalStore implements AutoCloseable {
    private final CacheStore cache;
    private final Outbox outbox;
    private final Rows rows;
    private final OwnEdits ownEdits;
    private final RowListeners listeners = new RowListeners();
    private final ReentrantLock changing = new ReentrantLock();

    private LocalStore(CacheStore cache, Outbox outbox, UUID organisation) {
        this.cache = cache;
        this.outbox = outbox;
        rows = new Rows(cache, outbox);
        ownEdits = new OwnEdits(outbox, organisation);
    }

    /**
     * @param key null only in tests: a profile always has one
     * @param newDevice the identity of an installation that has none yet
     */
    public static LocalStore open(Path folder, @Nullable FileKey key, UUID organisation, Supplier<UUID> newDevice) {
        var outbox = Outbox.open(folder.resolve("outbox"), key, newDevice);
        try {
            var cache = CacheStore.open(folder.resolve("cache"), key);
            var store = new LocalStore(cache, outbox, organisation);
            long cursor = cache.state().cursor();
            cache.write(transaction -> store.ownEdits.replay(transaction, cursor));
            return store;
        } catch (RuntimeException e) {
            outbox.close();
            throw e;
        }
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

    public OwnEdits ownEdits() {
        return ownEdits;
    }

    public RowListeners listeners() {
        return listeners;
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
            cache.close();
            outbox.close();
            return true;
        });
    }
}
