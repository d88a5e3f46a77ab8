package cadran.desktop.store;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Row;
import cadran.model.wire.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** The table of {@link ServerCopy}; values by name, so that a newer program reads what an older one wrote. */
final class ServerCopies {
    static final String TABLE = "server_copy";
    static final String UPSERT = """
            MERGE INTO server_copy (entity, id, version, audience, row_values) KEY (id, entity) VALUES (?, ?, ?, ?, ?)""";
    static final String DELETE = "DELETE FROM server_copy WHERE entity = ? AND id = ?";

    private static final UUID NOBODY = new UUID(0, 0);

    private ServerCopies() {}

    static Map<UUID, ServerCopy> read(Connection connection, EntityType<?> type, Collection<UUID> ids)
            throws SQLException {
        var copies = new HashMap<UUID, ServerCopy>();
        try (var select = connection.prepareStatement("""
                SELECT id, version, audience, row_values, entity FROM server_copy WHERE id = ANY(?)""")) {
            for (var some : Chunks.of(ids)) {
                select.setObject(1, some.toArray());
                try (var result = select.executeQuery()) {
                    while (result.next()) {
                        // With the type in the condition H2 would walk through all copies of that type.
                        if (type.name().equals(result.getString(5))) {
                            copies.put(result.getObject(1, UUID.class), read(type, result));
                        }
                    }
                }
            }
        }
        return copies;
    }

    static List<RowId> rows(Connection connection) throws SQLException {
        var rows = new ArrayList<RowId>();
        try (var select = connection.prepareStatement("SELECT entity, id FROM server_copy");
                var result = select.executeQuery()) {
            while (result.next()) {
                rows.add(new RowId(result.getString(1), result.getObject(2, UUID.class)));
            }
        }
        return rows;
    }

    private static ServerCopy read(EntityType<?> type, ResultSet result) throws SQLException {
        String values = result.getString(4);
        return new ServerCopy(
                values == null
                        ? null
                        : row(
                                type,
                                result.getObject(1, UUID.class),
                                result.getLong(2),
                                result.getObject(3, UUID.class),
                                values));
    }

    static void bind(PreparedStatement upsert, EntityType<?> type, UUID id, @Nullable Row row) throws SQLException {
        upsert.setString(1, type.name());
        upsert.setObject(2, id);
        upsert.setLong(3, row == null ? 0 : row.version());
        upsert.setObject(4, row == null ? NOBODY : row.audience());
        upsert.setString(5, row == null ? null : values(row));
    }

    private static String values(Row row) {
        var node = JsonNodeFactory.instance.objectNode();
        for (Field field : row.type().fields()) {
            node.set(field.name(), Json.write(row.get(field.name())));
        }
        return Json.MAPPER.writeValueAsString(node);
    }

    // javac drops the annotations of compact constructors from class files, so NullAway can't see that values may be
    // null.
    @SuppressWarnings("NullAway")
    private static Row row(EntityType<?> type, UUID id, long version, UUID audience, String json) {
        var node = Json.MAPPER.readTree(json);
        var values = new ArrayList<@Nullable Object>();
        for (Field field : type.fields()) {
            values.add(Json.read(field, node.get(field.name())));
        }
        return new Row(type, id, version, audience, values);
    }
}
