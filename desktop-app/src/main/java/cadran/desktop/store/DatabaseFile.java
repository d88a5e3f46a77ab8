package cadran.desktop.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One encrypted H2 file: many readers, one writer at a time. Plain JDBC, because it is on the way to the first window
 * and a data layer would cost a third of a second there.
 */
final class DatabaseFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final String USER = "cadran";
    /** Ten readers: the grid, a form, the palette and the sync thread never need more at once. */
    private static final int READERS = 10;

    private static final int TIDIED_EVERY = 100;
    private static final int FILLED_PERCENT = 80;
    /** What is written anew at once: an edit waits for it. */
    private static final int TIDIED_BYTES = 4_000_000;

    static {
        // H2 looks each value that it reads up in a table of those it has read lately, which saves hardly any memory
        // and took a quarter of the time of a first sync. It is asked for when H2's first class is loaded.
        System.setProperty("h2.objectCache", "false");
    }

    private final String location;
    private final JdbcConnectionPool readers;
    private final Connection writer;
    private final Medium medium;
    private final Lock writing;
    private int writesThrough;

    private DatabaseFile(String location, JdbcConnectionPool readers, Connection writer, Medium medium) {
        this.location = location;
        this.readers = readers;
        this.writer = writer;
        this.medium = medium;
        writing = medium.lock();
    }

    /** @param location path without ".mv.db", possibly behind the name of an H2 file system */
    static DatabaseFile open(String location, @Nullable FileKey key, Migrations migrations, Medium medium)
            throws SQLException {
        return open(location, key, migrations, medium, medium.options());
    }

    /** One that is only written with {@link #writeThrough}. */
    static DatabaseFile openForced(String location, @Nullable FileKey key, Migrations migrations, Medium medium)
            throws SQLException {
        return open(location, key, migrations, medium, medium.forcedOptions());
    }

    private static DatabaseFile open(
            String location, @Nullable FileKey key, Migrations migrations, Medium medium, String options)
            throws SQLException {
        String url = "jdbc:h2:" + (key == null ? location : SealedPath.of(location, key)) + options;
        var writer = medium.wrap(location, DriverManager.getConnection(url, USER, ""));
        try {
            migrations.run(writer);
            writer.setAutoCommit(false);
        } catch (SQLException | RuntimeException e) {
            writer.close();
            throw e;
        }
        var readers = JdbcConnectionPool.create(url, USER, "");
        readers.setMaxConnections(READERS);
        return new DatabaseFile(location, readers, writer, medium);
    }

    <T extends @Nullable Object> T read(SqlWork<T> work) {
        try (var connection = medium.wrap(location, readers.getConnection())) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** One transaction: all of it, or, when the work throws, nothing. */
    <T extends @Nullable Object> T write(SqlWork<T> work) throws SQLException {
        writing.lock();
        try {
            boolean committed = false;
            try {
                var result = work.run(writer);
                writer.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollback();
                }
            }
        } finally {
            writing.unlock();
        }
    }

    /** The same, and on the disk when it returns, before anybody else can write. */
    <T extends @Nullable Object> T writeThrough(SqlWork<T> work) throws SQLException {
        writing.lock();
        try {
            var result = write(work);
            writesThrough++;
            if (writesThrough % TIDIED_EVERY == 0) {
                tidy();
            }
            force();
            return result;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes what is still needed of mostly empty parts of the file anew, so that they become free. Otherwise H2 does so
     * when the file is closed, or with a thread that writes when it likes.
     */
    private void tidy() throws SQLException {
        try {
            if (writer.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                session.getDatabase().getStore().getMvStore().compact(FILLED_PERCENT, TIDIED_BYTES);
            }
        } catch (MVStoreException e) {
            throw new SQLException(e);
        }
    }

    /** Forces everything committed so far to the disk; H2's own commit only reaches the system's cache. */
    void force() throws SQLException {
        writing.lock();
        try (var statement = writer.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } finally {
            writing.unlock();
        }
    }

    // A file that broke under the writer can't roll back either; what brought us here is the better error.
    private void rollback() throws SQLException {
        if (!writer.isClosed()) {
            writer.rollback();
        }
    }

    /** Lets go of a file that can't be written: closing it properly would want to write. */
    void abandon() {
        readers.dispose();
        try (writer;
                var statement = writer.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOG.debug("what was broken broke once more", e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try (writer;
                var statement = writer.createStatement()) {
            writer.rollback();
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            if (!isClosedAlready(e)) {
                throw new StoreException(e);
            }
        } finally {
            readers.dispose();
            writing.unlock();
        }
    }

    private static boolean isClosedAlready(SQLException e) {
        return e.getErrorCode() == org.h2.api.ErrorCode.DATABASE_IS_CLOSED
                || e.getErrorCode() == org.h2.api.ErrorCode.OBJECT_CLOSED;
    }
}
