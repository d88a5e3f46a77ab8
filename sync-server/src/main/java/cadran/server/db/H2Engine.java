package cadran.server.db;

import cadran.model.h2.OrderedPath;
import cadran.model.ids.OrganisationId;
import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.engine.Constants;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * H2 inside the process: one file, one node, one writer at a time. It has no row-level security; the ids in the SQL are
 * the only net.
 *
 * <p>H2 writes the state of all tables into the file, one table after the other. What a transaction has changed by then
 * gets into it as well, and when the process is killed before the next time, some of that without the log that would
 * undo it. So the file is written when nobody is in the middle of one.
 */
final class H2Engine implements Engine {
    /**
     * H2's own thread, which writes the file every so often, sleeps as long as it can. The server closes the file itself,
     * at the end of its graceful stop. A connection remembers more than eight parsed statements: a push alone has more.
     */
    private static final String OPTIONS =
            ";WRITE_DELAY=" + Integer.MAX_VALUE + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=200";

    /** Of the memory, for pages of the file. H2's own default is 16 MB, whatever there is. */
    private static final int CACHE_SHARE = 8;

    /** Deadlock, row changed by another transaction, lock timeout. */
    private static final Set<Integer> COLLISIONS = Set.of(40001, 90131, 50200);

    static {
        // H2 looks each value that it reads up in a table of those it has read lately: time for no memory saved. It is
        // asked for when H2's first class is loaded.
        System.setProperty("h2.objectCache", "false");
    }

    private final DatabaseSettings settings;
    private final Lock writers;
    private final Forcing forcing;
    private final DataFile file;
    private @Nullable Connection checkpoints;

    /** Transactions that may have committed something that is not forced yet. */
    private final AtomicInteger underway = new AtomicInteger();

    H2Engine(DatabaseSettings settings) {
        this(settings, new ReentrantLock(true), Durability::new);
    }

    /**
     * @param writers keeps all but one out
     * @param forcing makes of the plain force one for many waiters
     */
    H2Engine(DatabaseSettings settings, Lock writers, Function<Runnable, Forcing> forcing) {
        this.settings = settings;
        this.writers = writers;
        this.file = new DataFile(settings);
        this.forcing = forcing.apply(this::force);
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public void migrate() {
        var flyway = Migrations.common()
                .dataSource(url(), settings.user(), settings.password())
                .load();
        new H2Migration(settings, flyway).run();
    }

    @Override
    public void configure(HikariConfig pool) {
        pool.setJdbcUrl(url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
    }

    private String url() {
        return OrderedPath.in(settings.url()) + OPTIONS + ";CACHE_SIZE="
                + Runtime.getRuntime().maxMemory() / CACHE_SHARE / 1024;
    }

    @Override
    public void verify(Handle handle) {
        // H2 opens a file that it may not write without a word.
        if (handle.queryMetadata(DatabaseMetaData::isReadOnly)) {
            throw OpenFailure.refused(settings, "can't be written: its file is read-only");
        }
        force();
    }

    @Override
    public int snapshotIsolation() {
        return Constants.TRANSACTION_SNAPSHOT;
    }

    @Override
    public void enter(Handle handle, OrganisationId organisation) {}

    @Override
    public boolean hasWritten(Connection connection) throws SQLException {
        var session = connection.unwrap(JdbcConnection.class).getSession();
        return session instanceof SessionLocal local && local.hasPendingTransaction();
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> transaction) {
        underway.incrementAndGet();
        try {
            T result = alone(transaction);
            forcing.await();
            return result;
        } finally {
            underway.decrementAndGet();
        }
    }

    private <T extends @Nullable Object> T alone(Supplier<T> transaction) {
        writers.lock();
        try {
            return transaction.get();
        } finally {
            writers.unlock();
        }
    }

    /** What waits for it is written by one checkpoint and forced once, as many transactions as it may be. */
    private void force() {
        alone(this::checkpoint);
        file.force();
    }

    /** On a connection beside the pool, which may be exhausted by those who wait for this. */
    private boolean checkpoint() {
        try {
            if (checkpoints == null || checkpoints.isClosed()) {
                checkpoints = DriverManager.getConnection(url(), settings.user(), settings.password());
            }
            try (var statement = checkpoints.createStatement()) {
                return statement.execute("CHECKPOINT");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The database file can't be written", failure);
        }
    }

    /** A client that was shown what a power cut takes back would know more than the server after it. */
    @Override
    public <T extends @Nullable Object> T read(Supplier<T> transaction) {
        T result = transaction.get();
        if (underway.get() > 0) forcing.await();
        return result;
    }

    @Override
    public boolean isCollision(SQLException failure) {
        return COLLISIONS.contains(failure.getErrorCode());
    }

    @Override
    public void close() {
        forcing.close();
        try (file) {
            if (checkpoints != null) checkpoints.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
