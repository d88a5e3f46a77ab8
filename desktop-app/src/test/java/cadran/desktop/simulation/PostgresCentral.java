package cadran.desktop.simulation;

import cadran.server.db.Database;
import cadran.server.db.DatabaseSettings;
import cadran.server.db.SimulatedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * A real PostgreSQL, with a database of its own for each world. Its crashes are its own business: what was committed
 * stays, what was not is taken back.
 */
final class PostgresCentral implements CentralDatabase {
    private static final PostgresMachine MACHINE = new PostgresMachine();

    private final DatabaseSettings database = MACHINE.freshDatabase();

    /** As the server's pool does it, except that who would wait for a lock is told at once. */
    @Override
    public Connection open() throws SQLException {
        var opened = look();
        try (var statement = opened.createStatement()) {
            statement.execute("SET ROLE cadran_app");
            statement.execute("SET lock_timeout = '1ms'");
        }
        return opened;
    }

    @Override
    public Connection look() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @Override
    public Database doors(DataSource connections, LongConsumer pause) {
        return SimulatedDatabase.postgres(connections, pause);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public String survive() {
        return "what was committed is kept";
    }

    @Override
    public Runnable backup() {
        execute(tables -> {
            var all = new ArrayList<>(List.of("DROP SCHEMA IF EXISTS backup CASCADE", "CREATE SCHEMA backup"));
            tables.forEach(table -> all.add("CREATE TABLE backup." + table + " AS TABLE public." + table));
            return all;
        });
        return this::putBack;
    }

    private void putBack() {
        execute(tables -> {
            // Rows come back table by table, in an order that references don't know of.
            var all = new ArrayList<>(List.of("SET LOCAL session_replication_role = replica"));
            all.add("TRUNCATE " + String.join(", ", tables));
            tables.forEach(table -> all.add("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE TABLE backup." + table));
            return all;
        });
    }

    private interface Statements {
        List<String> of(List<String> tables);
    }

    /** In one transaction, so of one state. */
    private void execute(Statements statements) {
        try (var connection = look();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var tables = new ArrayList<String>();
            try (var found = statement.executeQuery(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (var sql : statements.of(tables)) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        MACHINE.drop(database);
    }
}
