package cadran.server.testing;

import cadran.server.db.Database;
import cadran.server.db.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One PostgreSQL for the whole test run; each taker gets a copy of a database that was migrated once. */
public final class PostgresServer implements AutoCloseable {
    private static final String TEMPLATE = "cadran_template";

    private final EmbeddedPostgres postgres;
    private final AtomicInteger count = new AtomicInteger();

    /** Started by the first test that asks, closed after the last test of the run. */
    static PostgresServer of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(PostgresServer.class))
                .getOrComputeIfAbsent(PostgresServer.class, key -> new PostgresServer(), PostgresServer.class);
    }

    private PostgresServer() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        execute("CREATE DATABASE " + TEMPLATE);
        Database.open(settings(TEMPLATE)).close();
    }

    DatabaseSettings freshDatabase() {
        var name = "cadran_" + count.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return settings(name);
    }

    private DatabaseSettings settings(String database) {
        return new DatabaseSettings(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database, "postgres", "", 8);
    }

    private void execute(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
