package cadran.desktop.store;

import cadran.model.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table that says how far a {@link CacheLoad} has come. */
final class LoadState {
    private LoadState() {}

    static @Nullable SyncState opening(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery("SELECT feed, cursor_number, hash, schema_number FROM load_state")) {
            return result.next()
                    ? new SyncState(
                            result.getObject(1, UUID.class),
                            result.getLong(2),
                            result.getString(3),
                            result.getInt(4),
                            null)
                    : null;
        }
    }

    static CacheLoad.Progress progress(Connection connection, SyncState opening) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT next_place, row_count, row_total FROM load_state")) {
            result.next();
            return new CacheLoad.Progress(opening, result.getString(1), result.getLong(2), result.getLong(3));
        }
    }

    /**
     * Whether a load that broke off has the rows that it says: H2 has been seen to keep part of a part after a kill. One
     * that was not begun has none; a copy that was ready, and then not adopted because the power went, can't be gone on
     * with, as nothing says any more how it was made.
     */
    static boolean isWhole(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT next_place, row_count FROM load_state")) {
            if (!result.next()) {
                return isUnused(connection);
            }
            return result.getString(1) == null || result.getLong(2) == rows(connection);
        }
    }

    private static boolean isUnused(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT feed FROM sync_state")) {
            return result.next() && result.getString(1) == null && rows(connection) == 0;
        }
    }

    private static long rows(Connection connection) throws SQLException {
        long rows = 0;
        for (var type : Schema.TYPES) {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("SELECT COUNT(*) FROM " + type.name())) {
                result.next();
                rows += result.getLong(1);
            }
        }
        return rows;
    }

    static void begin(Connection connection, SyncState opening, @Nullable String first, long total)
            throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO load_state VALUES (?, ?, ?, ?, ?, 0, ?)")) {
            insert.setObject(1, opening.feed());
            insert.setLong(2, opening.cursor());
            insert.setString(3, opening.hash());
            insert.setInt(4, opening.schema());
            insert.setString(5, first);
            insert.setLong(6, total);
            insert.executeUpdate();
        }
    }

    static void advance(Connection connection, @Nullable String next, long rows, String hash) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE load_state SET next_place = ?, row_count = row_count + ?,"
                + " hash = COALESCE(NULLIF(?, ''), hash)")) {
            update.setString(1, next);
            update.setLong(2, rows);
            update.setString(3, hash);
            update.executeUpdate();
        }
    }

    static void end(Connection connection) throws SQLException {
        try (var delete = connection.createStatement()) {
            delete.execute("DELETE FROM load_state");
        }
    }
}
