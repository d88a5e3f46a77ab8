package cadran.desktop.store;

import cadran.desktop.index.Elsewhere;
import cadran.desktop.index.Placing;
import cadran.desktop.index.RowIndex;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Group;
import cadran.desktop.query.Grouping;
import cadran.desktop.query.Query;
import cadran.desktop.query.Sort;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The big tables of the local copy in memory. They are read in the background; until that is done, and for small ones, SQL
 * answers. What changes is only noted as it happens, and taken in before the next question, so that nobody who saves
 * waits for it.
 */
final class GridIndex implements AutoCloseable {
    /** Through smaller tables SQL goes in some thousandths of a second. */
    static final int BIG = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(GridIndex.class);
    /** New rows that come while it is made need room too: one for each so many. */
    private static final int ROOM = 32;

    private final CacheStore cache;
    private final Medium medium;
    private final Elsewhere elsewhere = new OtherTables();
    private final PendingRows pending = new PendingRows();
    /** Held by who takes in what changed. */
    private final Lock updating = new ReentrantLock();
    /** Held shared by who asks, and alone while what they ask is changed. */
    private final ReadWriteLock asking = new ReentrantReadWriteLock();

    private final Map<EntityType<?>, Ready> ready = new ConcurrentHashMap<>();
    private final AtomicLong moment = new AtomicLong();
    private final AtomicBoolean asked = new AtomicBoolean();
    private int big = Integer.MAX_VALUE;
    private volatile @Nullable ExecutorService worker;
    private volatile boolean begun;
    private volatile boolean closed;

    /** @param file number of the file that the keys are of */
    private record Ready(RowIndex index, int file) {}

    GridIndex(CacheStore cache, Medium medium) {
        this.cache = cache;
        this.medium = medium;
    }

    /** @param from how many rows a table has to have */
    void prepare(int from) {
        big = from;
        worker = medium.helper("index");
    }

    /** Not before somebody sees rows: until then the processors have better to do. */
    void begin() {
        if (worker != null && !begun) {
            begun = true;
            schedule();
        }
    }

    void note(RowsChanged changed) {
        pending.note(changed);
        moment.incrementAndGet();
        schedule();
    }

    /** The rows are not those that were read: the file was opened again. */
    void noteAll() {
        pending.noteAll(Schema.TYPES);
        moment.incrementAndGet();
        schedule();
    }

    private void schedule() {
        var executor = worker;
        if (executor == null || !begun || closed || !asked.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException ending) {
            // Somebody told of a change as the profile was left.
            asked.set(false);
        }
    }

    /** Null where SQL has to answer. */
    long @Nullable [] keys(Query query) {
        return ask(query, index -> index.keys(query, elsewhere));
    }

    @Nullable
    Long count(Query query) {
        return ask(query, index -> index.count(query, elsewhere));
    }

    @Nullable
    List<Group> groups(Grouping grouping) {
        return ask(grouping.query(), index -> index.groups(grouping, elsewhere));
    }

    boolean isBeingRead(EntityType<?> type) {
        return worker != null
                && begun
                && !closed
                && index(type) == null
                && cache.read(connection -> NewRows.count(connection, type)) >= big;
    }

    private <T> @Nullable T ask(Query query, Function<RowIndex, @Nullable T> question) {
        if (!pending.isWatched(query.type())) {
            return null;
        }
        update();
        asking.readLock().lock();
        try {
            var index = index(query.type());
            return index == null ? null : question.apply(index);
        } finally {
            asking.readLock().unlock();
        }
    }

    private @Nullable RowIndex index(EntityType<?> type) {
        var known = ready.get(type);
        return known == null || known.file() != cache.number() ? null : known.index();
    }

    /** Takes in what changed; a table of which nobody knows what did is left to SQL until it is read again. */
    private void update() {
        updating.lock();
        try {
            for (var type : List.copyOf(ready.keySet())) {
                var index = index(type);
                if (index == null || pending.isAnew(type)) {
                    forget(type);
                    schedule();
                } else if (pending.has(type)) {
                    update(type, index);
                }
            }
        } finally {
            updating.unlock();
        }
    }

    private void update(EntityType<?> type, RowIndex index) {
        var ids = pending.take(type);
        try {
            // First the new ones: all others of these ids were there before.
            add(type, index);
            var rows = cache.read(connection -> EntityTable.of(type).find(connection, ids));
            change(() -> ids.forEach(id -> {
                var row = rows.get(id);
                if (row == null) {
                    index.remove(id);
                } else {
                    index.update(row);
                }
            }));
        } catch (RuntimeException e) {
            // What was taken is not in it, and nobody would bring it again.
            forget(type);
            throw e;
        }
    }

    private void add(EntityType<?> type, RowIndex index) {
        boolean more = true;
        while (more) {
            var page = cache.read(connection -> NewRows.read(connection, type, index.lastKey()));
            change(() -> page.rows().forEach(row -> index.add(row.key(), row.row())));
            more = page.more();
        }
    }

    private void change(Runnable change) {
        asking.writeLock().lock();
        try {
            change.run();
            moment.incrementAndGet();
        } finally {
            asking.writeLock().unlock();
        }
    }

    private void forget(EntityType<?> type) {
        change(() -> ready.remove(type));
        pending.ignore(type);
    }

    /** Tables that have grown big, or were forgotten. */
    private void work() {
        asked.set(false);
        try {
            update();
            for (var type : Schema.TYPES) {
                long rows = pending.isWatched(type) ? 0 : cache.read(connection -> NewRows.count(connection, type));
                if (rows >= big) {
                    make(type, Math.toIntExact(rows));
                }
            }
        } catch (CancellationException left) {
            LOG.debug("the profile was left", left);
        } catch (StoreException e) {
            // Whoever asks SQL instead meets the same, and tells the user.
            LOG.warn("big tables are not in memory", e);
        }
    }

    private void make(EntityType<?> type, int rows) {
        long start = System.nanoTime();
        int file = cache.number();
        var index = new RowIndex(type, rows + rows / ROOM);
        pending.watch(type);
        boolean made = false;
        try {
            made = read(type, index) && publish(type, new Ready(index, file));
        } finally {
            if (!made) {
                pending.ignore(type);
            }
        }
        if (made) {
            LOG.info("{} in memory after {} ms", type, (System.nanoTime() - start) / 1_000_000);
        } else {
            schedule();
        }
    }

    /** False when it is of no use any more. */
    private boolean read(EntityType<?> type, RowIndex index) {
        boolean more = true;
        while (more && !closed && !pending.isAnew(type)) {
            var page = cache.read(connection -> NewRows.read(connection, type, index.lastKey()));
            page.rows().forEach(row -> index.add(row.key(), row.row()));
            more = page.more();
        }
        for (var field : type.fields()) {
            // References are in the order of their names.
            if (!more && field.kind() != FieldKind.REFERENCE) {
                index.prepareOrder(field.name());
            }
        }
        return !more;
    }

    private boolean publish(EntityType<?> type, Ready made) {
        updating.lock();
        try {
            boolean isCurrent = !closed && !pending.isAnew(type) && made.file() == cache.number();
            if (isCurrent) {
                change(() -> ready.put(type, made));
            }
            return isCurrent;
        } finally {
            updating.unlock();
        }
    }

    /** Waits until nothing is left to do in the background. */
    void settle() throws InterruptedException, ExecutionException {
        var executor = worker;
        while (executor != null
                && !executor.isShutdown()
                && executor.submit(asked::get).get()) {
            executor = worker;
        }
    }

    @Override
    public void close() {
        closed = true;
        var executor = worker;
        if (executor != null) {
            executor.shutdown();
        }
        ready.clear();
    }

    /** Other tables are asked in memory too, where they are big. */
    private final class OtherTables implements Elsewhere {
        @Override
        public Collection<UUID> ids(EntityType<?> type, String field, Filter filter) {
            var index = index(type);
            return index == null
                    ? cache.read(connection -> KeyQuery.ids(connection, type, field, filter))
                    : index.ids(field, filter, this);
        }

        @Override
        public void labels(EntityType<?> type, BiConsumer<UUID, String> sink) {
            cache.read(connection -> {
                EntityTable.of(type).labels(connection, sink);
                return true;
            });
        }

        @Override
        public Placing placing(String field, Sort.Beside beside) {
            var index = index(beside.type());
            return index == null
                    ? new Placing(
                            new Object(),
                            sink -> cache.read(connection -> KeyQuery.places(connection, field, beside, sink)))
                    : index.placing(field, beside, this);
        }

        @Override
        public long moment() {
            return moment.get();
        }

        @Override
        public long version(EntityType<?> type) {
            return pending.version(type);
        }
    }
}
