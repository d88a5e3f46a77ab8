package cadran.desktop.store;

import cadran.model.sync.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** What the server has of a type, as this copy knows it. */
final class Versions {
    /** H2 holds a result in memory. */
    private static final int AT_ONCE = 20_000;

    private Versions() {}

    /** A row with pending edits shows the server's version; only one that was deleted here is to be found in its copy alone. */
    static void read(Connection connection, EntityType<?> type, LocalStore.VersionSink sink) throws SQLException {
        long after = 0;
        int count = AT_ONCE;
        try (var select = connection.prepareStatement("SELECT row_key, id, version FROM " + type.name()
                + " WHERE row_key > ? ORDER BY row_key LIMIT " + AT_ONCE)) {
            while (count == AT_ONCE) {
                count = 0;
                select.setLong(1, after);
                try (var result = select.executeQuery()) {
                    while (result.next()) {
                        after = result.getLong(1);
                        count++;
                        if (result.getLong(3) > 0) {
                            sink.accept(result.getObject(2, UUID.class), result.getLong(3));
                        }
                    }
                }
            }
        }
        try (var select = connection.prepareStatement("SELECT c.id, c.version FROM server_copy c WHERE c.entity = ?"
                + " AND c.version > 0 AND NOT EXISTS (SELECT 1 FROM " + type.name() + " t WHERE t.id = c.id)")) {
            select.setString(1, type.name());
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    sink.accept(result.getObject(1, UUID.class), result.getLong(2));
                }
            }
        }
    }
}
