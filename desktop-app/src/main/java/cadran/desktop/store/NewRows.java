package cadran.desktop.store;

import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table's rows in the order in which they were added, some at a time. There is one writer, so nothing is ever added before
 * what was read.
 *
 * @param more whether others follow
 */
record NewRows(List<Keyed> rows, boolean more) {
    private static final int MOST = 2_000;

    record Keyed(long key, Row row) {}

    static NewRows read(Connection connection, EntityType<?> type, long afterKey) throws SQLException {
        var table = EntityTable.of(type);
        int key = type.fields().size() + 4;
        var rows = new ArrayList<Keyed>(MOST);
        try (var select = connection.prepareStatement("SELECT " + table.columns("") + ", row_key FROM " + type.name()
                + " WHERE row_key > ? ORDER BY row_key FETCH FIRST " + MOST + " ROWS ONLY")) {
            select.setLong(1, afterKey);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(new Keyed(result.getLong(key), table.read(result)));
                }
            }
        }
        return new NewRows(rows, rows.size() == MOST);
    }

    static long count(Connection connection, EntityType<?> type) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT COUNT(*) FROM " + type.name())) {
            result.next();
            return result.getLong(1);
        }
    }
}
