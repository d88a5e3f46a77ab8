package cadran.desktop.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** New numbers, from 1, for the operations that are sent again; refused ones had no effect that could be missing. */
final class Renumbering {
    private record Numbers(long number, long after) {}

    private Renumbering() {}

    /** Returns the last number. */
    static long run(Connection connection, UUID newDevice) throws SQLException {
        var numbers = numbers(connection);
        try (var clear = connection.createStatement()) {
            clear.execute("UPDATE operation SET number = NULL");
        }
        try (var update = connection.prepareStatement("""
                UPDATE operation SET number = ?, after_number = ?, base_version = 0, result = NULL, verdict = NULL,
                    change_number = NULL, result_version = NULL, saw_current = NULL, answered_at = NULL
                WHERE id = ?""")) {
            for (var entry : numbers.entrySet()) {
                update.setLong(1, entry.getValue().number());
                update.setLong(2, entry.getValue().after());
                update.setObject(3, entry.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
        try (var update = connection.prepareStatement("UPDATE device SET id = ?, last_number = ?")) {
            update.setObject(1, newDevice);
            update.setLong(2, numbers.size());
            update.executeUpdate();
        }
        return numbers.size();
    }

    private static Map<UUID, Numbers> numbers(Connection connection) throws SQLException {
        var numbers = new LinkedHashMap<UUID, Numbers>();
        var renamed = new HashMap<Long, Long>();
        try (var select = connection.createStatement();
                var result = select.executeQuery("""
                        SELECT id, number, after_number FROM operation
                        WHERE number IS NOT NULL AND (verdict IS NULL OR verdict <> 'REFUSED') ORDER BY made""")) {
            while (result.next()) {
                long number = numbers.size() + 1L;
                renamed.put(result.getLong(2), number);
                long after = renamed.getOrDefault(result.getLong(3), 0L);
                numbers.put(result.getObject(1, UUID.class), new Numbers(number, after));
            }
        }
        return numbers;
    }
}
