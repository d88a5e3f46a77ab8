package cadran.desktop.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import org.h2.api.ErrorCode;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local copy: what the user sees, that is the server's rows with the user's own pending edits applied. It can be
 * rebuilt from the server and the outbox at any time, so it is written without forcing the disk, and thrown away when
 * it is damaged. The file behind it has a number: a whole new copy is made in the next file, which then takes its place.
 */
public final class CacheStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CacheStore.class);
    private static final String FILE_END = ".mv.db";

    private final String base;
    private final @Nullable FileKey key;
    /** Held shared by whoever uses the file, alone by who puts another in its place. */
    private final ReadWriteLock switching;

    private final Medium medium;

    private SqlWork<Boolean> afterLoss = connection -> true;
    private DatabaseFile file;
    private volatile int number;
    private volatile boolean damaged;

    private CacheStore(String base, @Nullable FileKey key, Medium medium, DatabaseFile file, int number) {
        this.medium = medium;
        switching = medium.readWriteLock();
        this.base = base;
        this.key = key;
        this.file = file;
        this.number = number;
    }

    /** @param base path without number and ending */
    static CacheStore open(String base, int number, @Nullable FileKey key, Medium medium) {
        return new CacheStore(base, key, medium, openOrRebuild(base, number, key, medium), number);
    }

    private static DatabaseFile openOrRebuild(String base, int number, @Nullable FileKey key, Medium medium) {
        try {
            return DatabaseFile.open(location(base, number), key, Migrations.CACHE, medium);
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new StoreException(e);
            }
            LOG.warn("the local copy can't be opened and is built anew", e);
            return anew(base, number, key, medium);
        }
    }

    private static DatabaseFile anew(String base, int number, @Nullable FileKey key, Medium medium) {
        try {
            delete(base, number);
            return DatabaseFile.open(location(base, number), key, Migrations.CACHE, medium);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static String location(String base, int number) {
        return base + "-" + number;
    }

    private static void delete(String base, int number) {
        FileUtils.delete(location(base, number) + FILE_END);
    }

    /** One transaction; when the work throws, nothing of it happened. */
    public void write(CacheWork work) {
        using(current -> {
            current.write(connection -> {
                CacheTransaction.run(connection, work);
                return true;
            });
            return true;
        });
    }

    /** The same for what is neither a row nor the cursor. */
    <T extends @Nullable Object> T change(SqlWork<T> work) {
        return using(current -> current.write(work));
    }

    <T extends @Nullable Object> T read(SqlWork<T> work) {
        return using(current -> current.read(work));
    }

    private interface Use<T extends @Nullable Object> {
        T of(DatabaseFile file) throws SQLException;
    }

    private <T extends @Nullable Object> T using(Use<T> use) {
        switching.readLock().lock();
        try {
            return use.of(file);
        } catch (SQLException e) {
            throw noted(new StoreException(e));
        } catch (StoreException e) {
            throw noted(e);
        } finally {
            switching.readLock().unlock();
        }
    }

    private StoreException noted(StoreException e) {
        damaged |= e.isDamage();
        return e;
    }

    /** Something that was written can't be read any more. */
    public boolean isDamaged() {
        return damaged;
    }

    public SyncState state() {
        return read(CacheStore::state);
    }

    static SyncState state(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT feed, cursor_number, hash, schema_number, synced_at FROM sync_state")) {
            result.next();
            var at = result.getObject(5, OffsetDateTime.class);
            return new SyncState(
                    result.getObject(1, UUID.class),
                    result.getLong(2),
                    result.getString(3),
                    result.getInt(4),
                    at == null ? null : at.toInstant());
        }
    }

    /** What is written first whenever the file had to be opened again, this one or one that takes its place. */
    void afterLoss(SqlWork<Boolean> work) {
        afterLoss = work;
        file.afterLoss(work);
    }

    /** At start, when nobody else uses it. */
    void beginAnew() {
        file.abandon();
        file = anew(base, number, key, medium);
        file.afterLoss(afterLoss);
    }

    int number() {
        return number;
    }

    /** The next copy, empty or as far as it got. */
    DatabaseFile openNext() throws SQLException {
        return DatabaseFile.open(location(base, number + 1), key, Migrations.CACHE, medium);
    }

    DatabaseFile openEmptyNext() {
        return anew(base, number + 1, key, medium);
    }

    void deleteNext() {
        delete(base, number + 1);
    }

    /** From here on everybody uses that file; the one before goes. */
    void replaceBy(DatabaseFile next) {
        switching.writeLock().lock();
        try {
            // What it holds is not needed any more, so it need not be written out.
            file.abandon();
            next.afterLoss(afterLoss);
            file = next;
            int replaced = number;
            number = replaced + 1;
            damaged = false;
        } finally {
            switching.writeLock().unlock();
        }
        delete(base, number - 1);
    }

    @Override
    public void close() {
        file.close();
    }
}
