package cadran.server.db;

import cadran.model.ids.OrganisationId;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jspecify.annotations.Nullable;

/**
 * The doors to the central database. When a door that wrote returns, its commit survives a power cut. A
 * collision with another transaction runs the work again, so the work touches nothing but the database.
 */
public final class Database implements AutoCloseable {
    private static final int ATTEMPTS = 6;
    private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

    /** How the engine runs an attempt. */
    private interface Door {
        <T extends @Nullable Object> T pass(Supplier<T> attempt);
    }

    private final Engine engine;
    private final DataSource connections;
    private final LongConsumer pause;
    private final Jdbi jdbi;
    private final ScopedValue<Boolean> inside = ScopedValue.newInstance();

    /** @param pause between attempts, in nanoseconds at most: the simulation's clock is not the machine's */
    Database(Engine engine, DataSource connections, LongConsumer pause) {
        this.engine = engine;
        this.connections = connections;
        this.pause = pause;
        this.jdbi = Jdbi.create(connections).registerArgument(new UuidArgument());
        // PostgreSQL takes a null of no type for any column, but not one that claims to be text.
        jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.NULL));
    }

    /** Migrates, opens the pool and checks that the database may be used as it is set up. */
    public static Database open(DatabaseSettings settings) {
        var engine = Engine.of(settings);
        try {
            engine.migrate();
        } catch (FlywayException failure) {
            engine.close();
            throw OpenFailure.of(settings, failure);
        }
        var config = new HikariConfig();
        config.setPoolName("cadran");
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        engine.configure(config);
        var database = new Database(
                engine,
                new HikariDataSource(config),
                most -> LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most)));
        try {
            database.jdbi.useHandle(engine::verify);
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
        return database;
    }

    /** Reads and writes of one organisation. */
    public <T extends @Nullable Object> T inOrganisation(OrganisationId organisation, TxWork<T> work) {
        return transaction(
                engine::write,
                Connection.TRANSACTION_READ_COMMITTED,
                false,
                organisation,
                handle -> work.in(new Tx(handle, organisation)));
    }

    /** Reads of one organisation that all see the same state. Nothing may be written. */
    public <T extends @Nullable Object> T inSnapshot(OrganisationId organisation, TxWork<T> work) {
        return transaction(
                engine::read,
                engine.snapshotIsolation(),
                true,
                organisation,
                handle -> work.in(new Tx(handle, organisation)));
    }

    /**
     * One query about this moment, such as who is calling: it does not wait until what it saw survives a power cut,
     * because nobody keeps the answer.
     */
    public <T extends @Nullable Object> T glance(OrganisationId organisation, TxWork<T> work) {
        return transaction(
                Supplier::get,
                Connection.TRANSACTION_READ_COMMITTED,
                true,
                organisation,
                handle -> work.in(new Tx(handle, organisation)));
    }

    /** Reads and writes of tables that belong to no organisation. */
    public <T extends @Nullable Object> T inPlatform(PlatformWork<T> work) {
        return transaction(engine::write, Connection.TRANSACTION_READ_COMMITTED, false, null, work);
    }

    private <T extends @Nullable Object> T transaction(
            Door door, int isolation, boolean readOnly, @Nullable OrganisationId organisation, PlatformWork<T> work) {
        if (inside.isBound()) {
            throw new IllegalStateException("A transaction inside a transaction: pass the Tx on instead");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return ScopedValue.where(inside, true)
                        .call(() -> door.pass(() -> attempt(isolation, readOnly, organisation, work)));
            } catch (RuntimeException failure) {
                if (!isWorthAnother(attempt, failure)) throw failure;
                pause.accept(1_000_000L << attempt);
            }
        }
    }

    private <T extends @Nullable Object> T attempt(
            int isolation, boolean readOnly, @Nullable OrganisationId organisation, PlatformWork<T> work) {
        try (Handle open = jdbi.open()) {
            open.setReadOnly(readOnly);
            isolate(open.getConnection(), isolation);
            return open.inTransaction(handle -> {
                if (organisation != null) engine.enter(handle, organisation);
                T result = work.in(handle);
                if (readOnly && engine.hasWritten(handle.getConnection())) {
                    throw new IllegalStateException("A snapshot was written to");
                }
                return result;
            });
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** By hand, because H2's snapshot level is a number of its own that Jdbi doesn't know; the pool resets it. */
    private static void isolate(Connection connection, int isolation) throws SQLException {
        if (connection.getTransactionIsolation() != isolation) connection.setTransactionIsolation(isolation);
    }

    private boolean isWorthAnother(int attempt, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CollisionException) return attempt < ATTEMPTS;
            if (cause instanceof SQLException sql) {
                return attempt < ATTEMPTS && (engine.isCollision(sql) || engine.isDuplicate(sql));
            }
        }
        return false;
    }

    /** Counts and times the pool's connections. Called once, before the server answers. */
    public void measure(MetricsTrackerFactory metrics) {
        if (connections instanceof HikariDataSource pool) pool.setMetricsTrackerFactory(metrics);
    }

    @Override
    public void close() {
        if (connections instanceof HikariDataSource pool) pool.close();
        engine.close();
    }

    @Override
    public String toString() {
        return engine.name();
    }
}
