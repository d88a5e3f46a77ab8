package cadran.server.db;

import cadran.model.ids.OrganisationId;
import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL with row-level security as the second net. The migrations run as the login role, which owns the tables;
 * every connection of the pool becomes {@code cadran_app}, which owns nothing and can't bypass a policy.
 */
final class PostgresEngine implements Engine {
    /** Serialization failure, deadlock, lock timeout. */
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "55P03");

    private final DatabaseSettings settings;

    PostgresEngine(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void migrate() {
        Migrations.migrate(Migrations.postgres()
                .dataSource(settings.url(), settings.user(), settings.password())
                .load());
    }

    @Override
    public void configure(HikariConfig pool) {
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setConnectionInitSql("""
                SET ROLE cadran_app;
                SET lock_timeout = '5s';
                SET idle_in_transaction_session_timeout = '60s'
                """);
    }

    @Override
    public void verify(Handle handle) {
        RowSecurity.require(handle);
    }

    @Override
    public int snapshotIsolation() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    @Override
    public void enter(Handle handle, OrganisationId organisation) {
        handle.createQuery("select set_config('cadran.org', :org, true)")
                .bind("org", organisation.toString())
                .mapTo(String.class)
                .one();
    }

    /** Asked for snapshots alone, which PostgreSQL itself keeps from writing. */
    @Override
    public boolean hasWritten(Connection connection) {
        return false;
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> transaction) {
        return transaction.get();
    }

    @Override
    public <T extends @Nullable Object> T read(Supplier<T> transaction) {
        return transaction.get();
    }

    @Override
    public boolean isCollision(SQLException failure) {
        return COLLISIONS.contains(String.valueOf(failure.getSQLState()));
    }

    @Override
    public void close() {}
}
