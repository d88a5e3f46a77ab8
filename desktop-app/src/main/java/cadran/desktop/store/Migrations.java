package cadran.desktop.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Numbered SQL files of one database, run once each and in order. Our own twenty lines, because they are on the way to
 * the first window and a migration tool would double the time to open a profile.
 *
 * @param folder beside this class
 * @param files in order; the position is the version, so the list only ever grows
 */
record Migrations(String folder, List<String> files) {
    static final Migrations CACHE = new Migrations(
            "cache",
            List.of(
                    "V001__tables.sql",
                    "V050__history.sql",
                    "V090__spans.sql",
                    "V091__usage_rule.sql",
                    "V092__usage_rule_id.sql",
                    "V100__reservation.sql",
                    "V115__view_grouping.sql",
                    "V116__stock_level.sql",
                    "V117__number_price_starts.sql",
                    "V120__carrier_account.sql",
                    "V121__did_carrier_account.sql",
                    "V122__own_fields.sql"));
    static final Migrations OUTBOX =
            new Migrations("outbox", List.of("V001__operations.sql", "V002__lived_time.sql", "V050__reason.sql"));

    void run(Connection connection) throws SQLException {
        int from = version(connection);
        try (var statement = connection.createStatement()) {
            if (from == 0) {
                // A first start that was killed may have left some of the tables, with nothing in them.
                statement.execute("DROP ALL OBJECTS");
                version(connection);
            }
            for (int i = from; i < files.size(); i++) {
                statement.execute(text(files.get(i)));
                statement.execute("UPDATE migrated SET version = " + (i + 1));
            }
        }
    }

    /** How many files the database has had; 0 for a new one. */
    static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS migrated (version INTEGER NOT NULL)");
            try (var result = statement.executeQuery("SELECT version FROM migrated")) {
                if (result.next()) {
                    return result.getInt(1);
                }
            }
            statement.execute("INSERT INTO migrated VALUES (0)");
            return 0;
        }
    }

    private String text(String file) {
        try (var in = Migrations.class.getResourceAsStream(folder + "/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
