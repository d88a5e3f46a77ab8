package cadran.desktop.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of H2 from when it is opened until it is closed, which H2 does by itself when it can't write to it. */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final String USER = "cadran";
    /** Ten readers: the grid, a form, the palette and the sync thread never need more at once. */
    private static final int READERS = 10;

    private static final int FILLED_PERCENT = 80;
    /** What is written anew at once: an edit waits for it. */
    private static final int TIDIED_BYTES = 4_000_000;

    private final JdbcConnectionPool readers;
    private final Connection writer;

    private Opening(JdbcConnectionPool readers, Connection writer) {
        this.readers = readers;
        this.writer = writer;
    }

    static Opening of(String url, String location, Migrations migrations, Medium medium) throws SQLException {
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
        return new Opening(readers, writer);
    }

    Connection reader() throws SQLException {
        try {
            return readers.getConnection();
        } catch (IllegalStateException disposed) {
            throw new SQLException("the file has just been closed", "", ErrorCode.DATABASE_IS_CLOSED, disposed);
        }
    }

    Connection writer() {
        return writer;
    }

    void force() throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    /**
     * Writes what is still needed of mostly empty parts of the file anew, so that they become free. Otherwise H2 does so
     * when the file is closed, or with a thread that writes when it likes.
     */
    void tidy() throws SQLException {
        var session = session();
        if (session != null) {
            session.getDatabase().getStore().getMvStore().compact(FILLED_PERCENT, TIDIED_BYTES);
        }
    }

    /** H2's own session of the writer; null when it is closed. */
    private @Nullable SessionLocal session() throws SQLException {
        return !writer.isClosed() && writer.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local
                ? local
                : null;
    }

    /** Properly: all that is committed is in the file afterwards. */
    void close() throws SQLException {
        try (writer;
                var statement = writer.createStatement()) {
            writer.rollback();
            statement.execute("SHUTDOWN");
        } finally {
            readers.dispose();
        }
    }

    /**
     * Lets go of a file that can't be written: closing it properly would want to write. Not by a statement, which H2
     * may never come back from when a write has failed.
     */
    void abandon() {
        readers.dispose();
        try (writer) {
            var session = session();
            if (session != null) {
                session.getDatabase().shutdownImmediately();
            }
        } catch (SQLException e) {
            LOG.debug("what was broken broke once more", e);
        }
    }
}
