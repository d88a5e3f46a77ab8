package cadran.server.db;

import cadran.model.ids.OrganisationId;
import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where H2 and PostgreSQL differ; everything else in the server is the same SQL on both. */
interface Engine extends AutoCloseable {
    static Engine of(DatabaseSettings settings) {
        return settings.isPostgres() ? new PostgresEngine(settings) : new H2Engine(settings);
    }

    String name();

    /** Brings the schema up to date before the pool opens. */
    void migrate();

    void configure(HikariConfig pool);

    /** Called once with the pool open: throws if the database must not be used as it is set up. */
    void verify(Handle handle);

    /** The isolation level of a read that sees one state from beginning to end. */
    int snapshotIsolation();

    /** Names the organisation to the database for the rest of the transaction. */
    void enter(Handle handle, OrganisationId organisation);

    /** Whether the open transaction changed something. */
    boolean hasWritten(Connection connection) throws SQLException;

    /** Runs a transaction that may write; returns when its commit survives a power cut. */
    <T extends @Nullable Object> T write(Supplier<T> transaction);

    /** Runs a transaction that only reads; returns when what it saw survives a power cut. */
    <T extends @Nullable Object> T read(Supplier<T> transaction);

    /** Whether the failure is a collision of transactions, after which trying again is right. */
    boolean isCollision(SQLException failure);

    /** Whether a row was there already: it may have come while this looked for it, and after a collision once more. */
    default boolean isDuplicate(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    @Override
    void close();
}
