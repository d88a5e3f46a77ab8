package cadran.server.db;

import cadran.model.ids.OrganisationId;
import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.h2.engine.Constants;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** H2 inside the process: one file, one node. It has no row-level security; the ids in the SQL are the only net. */
final class H2Engine implements Engine {
    /**
     * WRITE_DELAY=0 hands every commit to the operating system, the checkpoint forces it onto the disk. The server
     * closes the file itself, at the end of its graceful stop.
     */
    private static final String OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000";

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
    private final Forcing forcing;
    private @Nullable Connection checkpoints;

    H2Engine(DatabaseSettings settings) {
        this(settings, Durability::new);
    }

    /** @param forcing makes of the plain force, on a connection of its own, one for many waiters */
    H2Engine(DatabaseSettings settings, Function<Runnable, Forcing> forcing) {
        this.settings = settings;
        this.forcing = forcing.apply(this::checkpoint);
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
        return settings.url() + OPTIONS + ";CACHE_SIZE=" + Runtime.getRuntime().maxMemory() / CACHE_SHARE / 1024;
    }

    @Override
    public void verify(Handle handle) {
        // H2 opens a file that it may not write without a word.
        if (handle.queryMetadata(DatabaseMetaData::isReadOnly)) {
            throw OpenFailure.refused(settings, "can't be written: its file is read-only");
        }
        handle.execute("CHECKPOINT SYNC");
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
    public void awaitDurable() {
        forcing.await();
    }

    /** On a connection beside the pool, which may be exhausted by those who wait for this. */
    private void checkpoint() {
        try {
            if (checkpoints == null || checkpoints.isClosed()) {
                checkpoints = DriverManager.getConnection(url(), settings.user(), settings.password());
            }
            try (var statement = checkpoints.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The database file can't be forced onto the disk", failure);
        }
    }

    @Override
    public boolean isCollision(SQLException failure) {
        return COLLISIONS.contains(failure.getErrorCode());
    }

    @Override
    public void close() {
        forcing.close();
        if (checkpoints == null) return;
        try {
            checkpoints.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
