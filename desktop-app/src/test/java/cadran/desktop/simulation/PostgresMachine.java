package cadran.desktop.simulation;

import cadran.server.db.Database;
import cadran.server.db.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all worlds, which ends with the process; each world has a copy of a database that was migrated. */
final class PostgresMachine {
    private static final String TEMPLATE = "template_world";

    private final EmbeddedPostgres postgres;
    private final AtomicInteger count = new AtomicInteger();

    PostgresMachine() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    // What tidies up by the clock would find other plans each time.
                    .setServerConfig("autovacuum", "off")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        execute("CREATE DATABASE " + TEMPLATE);
        Database.open(settings(TEMPLATE)).close();
    }

    DatabaseSettings freshDatabase() {
        String name = "world_" + count.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return settings(name);
    }

    void drop(DatabaseSettings database) {
        String url = database.url();
        execute("DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " WITH (FORCE)");
    }

    private DatabaseSettings settings(String database) {
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
        return DatabaseSettings.at(url, "postgres", "");
    }

    private void execute(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
