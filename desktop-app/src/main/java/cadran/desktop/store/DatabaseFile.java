package cadran.desktop.store;

import cadran.model.h2.OrderedPath;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One encrypted H2 file: many readers, one writer at a time. H2 closes it when it can't write, on a full disk for
 * instance; then whoever comes next opens it again. Plain JDBC, because it is on the way to the first window and a data
 * layer would cost a third of a second there.
 */
final class DatabaseFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

    /** After these H2 has closed the file, or is of no use any more. */
    private static final Set<Integer> LOST = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.GENERAL_ERROR_1);

    private static final int TIDIED_EVERY = 100;

    static {
        // H2 looks each value that it reads up in a table of those it has read lately, which saves hardly any memory
        // and took a quarter of the time of a first sync. It is asked for when H2's first class is loaded.
        System.setProperty("h2.objectCache", "false");
    }

    private final String url;
    private final String location;
    private final Migrations migrations;
    private final Medium medium;
    private final Lock writing;
    private SqlWork<Boolean> afterLoss = connection -> true;
    private volatile Opening opening;
    private volatile boolean lost;
    /** Closed on purpose: whoever still reads must not open it again. */
    private volatile boolean ended;

    private int writesThrough;

    private DatabaseFile(String url, String location, Migrations migrations, Medium medium) throws SQLException {
        this.url = url;
        this.location = location;
        this.migrations = migrations;
        this.medium = medium;
        writing = medium.lock();
        opening = Opening.of(url, location, migrations, medium);
    }

    /** @param location path without ".mv.db", possibly behind the name of an H2 file system */
    static DatabaseFile open(String location, @Nullable FileKey key, Migrations migrations, Medium medium)
            throws SQLException {
        return new DatabaseFile("jdbc:h2:" + sealed(location, key) + medium.options(), location, migrations, medium);
    }

    /** One that is only written with {@link #writeThrough}. */
    static DatabaseFile openForced(String location, @Nullable FileKey key, Migrations migrations, Medium medium)
            throws SQLException {
        // What is used again was given up by a part that is on the disk: H2 need not wait, by itself for 45 seconds, in
        // which the file grew to fifty megabytes.
        var url = "jdbc:h2:" + OrderedPath.of(sealed(location, key)) + medium.options() + ";RETENTION_TIME=0";
        return new DatabaseFile(url, location, migrations, medium);
    }

    private static String sealed(String location, @Nullable FileKey key) {
        return key == null ? location : SealedPath.of(location, key);
    }

    /** What is written first whenever the file had to be opened again. */
    void afterLoss(SqlWork<Boolean> work) {
        afterLoss = work;
    }

    /** Throws {@link CancellationException} when the file was closed meanwhile: a list still asks for rows as its window goes. */
    <T extends @Nullable Object> T read(SqlWork<T> work) {
        var now = opening;
        try {
            now = usable();
            try (var connection = medium.wrap(location, now.reader())) {
                return work.run(connection);
            }
        } catch (SQLException e) {
            if (ended) {
                throw (CancellationException) new CancellationException(location + " was closed").initCause(e);
            }
            noticeLoss(now, e);
            throw new StoreException(e);
        }
    }

    /** One transaction: all of it, or, when the work throws, nothing. */
    <T extends @Nullable Object> T write(SqlWork<T> work) throws SQLException {
        return alone(now -> write(now, work));
    }

    private interface Use<T extends @Nullable Object> {
        T of(Opening now) throws SQLException;
    }

    private <T extends @Nullable Object> T alone(Use<T> use) throws SQLException {
        writing.lock();
        try {
            return use.of(usable());
        } catch (SQLException e) {
            noticeLoss(opening, e);
            throw e;
        } catch (MVStoreException e) {
            lose(opening);
            throw new SQLException(e);
        } finally {
            writing.unlock();
        }
    }

    private static <T extends @Nullable Object> T write(Opening now, SqlWork<T> work) throws SQLException {
        boolean committed = false;
        try {
            var result = work.run(now.writer());
            now.writer().commit();
            committed = true;
            return result;
        } finally {
            // A file that broke under the writer can't roll back either; what brought us here is the better error.
            if (!committed && !now.writer().isClosed()) {
                now.writer().rollback();
            }
        }
    }

    /** The same, and on the disk when it returns, before anybody else can write. */
    <T extends @Nullable Object> T writeThrough(SqlWork<T> work) throws SQLException {
        return alone(now -> {
            try {
                var result = write(now, work);
                writesThrough++;
                if (writesThrough % TIDIED_EVERY == 0) {
                    now.tidy();
                }
                now.force();
                return result;
            } catch (SQLException e) {
                // It may be in the file all the same.
                lose(now);
                throw e;
            }
        });
    }

    /** Forces everything committed so far to the disk; H2's own commit only reaches the system's cache. */
    void force() throws SQLException {
        alone(now -> {
            now.force();
            return true;
        });
    }

    private Opening usable() throws SQLException {
        if (!lost || ended) {
            return opening;
        }
        writing.lock();
        try {
            if (lost && !ended) {
                var next = Opening.of(url, location, migrations, medium);
                try {
                    write(next, afterLoss);
                    next.force();
                } catch (SQLException | RuntimeException e) {
                    next.abandon();
                    throw e;
                }
                opening = next;
                lost = false;
                LOG.info("{} is open again", location);
            }
            return opening;
        } finally {
            writing.unlock();
        }
    }

    private void noticeLoss(Opening of, SQLException e) {
        if (LOST.contains(e.getErrorCode())) {
            lose(of);
        }
    }

    /** At once: as long as H2 holds what it could not write, a statement may never come back. */
    private void lose(Opening of) {
        writing.lock();
        try {
            if (of == opening && !lost) {
                lost = true;
                of.abandon();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Lets go of a file that nobody needs any more. */
    void abandon() {
        ended = true;
        opening.abandon();
    }

    @Override
    public void close() {
        writing.lock();
        try {
            ended = true;
            opening.close();
        } catch (SQLException e) {
            if (!isClosedAlready(e)) {
                throw new StoreException(e);
            }
        } finally {
            writing.unlock();
        }
    }

    private static boolean isClosedAlready(SQLException e) {
        return e.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED || e.getErrorCode() == ErrorCode.OBJECT_CLOSED;
    }
}
