package cadran.desktop.store;

import cadran.desktop.query.SearchText;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL of one type's table in the local copy, made from its descriptor: there is no other place that knows columns. */
final class EntityTable {
    private static final Map<String, EntityTable> ALL = new HashMap<>();

    static {
        Schema.TYPES.forEach(type -> ALL.put(type.name(), new EntityTable(type)));
    }

    /** id, version and audience stand before the fields. */
    private static final int FIRST_FIELD = 4;

    final EntityType<?> type;
    final String upsert;
    final String insert;
    final String delete;
    private final String selectByIds;

    private EntityTable(EntityType<?> type) {
        this.type = type;
        String all = columns("") + ", search";
        String marks = "?, ?, ?, " + "?, ".repeat(type.fields().size()) + "?";
        upsert = "MERGE INTO " + type.name() + " (" + all + ") KEY (id) VALUES (" + marks + ")";
        insert = "INSERT INTO " + type.name() + " (" + all + ") VALUES (" + marks + ")";
        delete = "DELETE FROM " + type.name() + " WHERE id = ?";
        selectByIds = "SELECT " + columns("") + " FROM " + type.name() + " WHERE id = ANY(?)";
    }

    static EntityTable of(EntityType<?> type) {
        return Objects.requireNonNull(ALL.get(type.name()), type.name());
    }

    /** In the order that {@link #read} expects. */
    String columns(String prefix) {
        return prefix + "id, " + prefix + "version, " + prefix + "audience"
                + type.fields().stream()
                        .map(field -> ", " + prefix + field.column())
                        .collect(Collectors.joining());
    }

    /** How a row of the type is called, as an SQL expression over the table's alias. */
    String label(String alias) {
        return type.labelFields().stream()
                .map(field -> alias + "." + type.field(field).column())
                .collect(Collectors.joining(", ", "CONCAT_WS(' ', ", ", NULL)"));
    }

    /** What all rows are called. */
    void labels(Connection connection, BiConsumer<UUID, String> sink) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT t.id, " + label("t") + " FROM " + type.name() + " t")) {
            while (result.next()) {
                sink.accept(result.getObject(1, UUID.class), String.valueOf(result.getString(2)));
            }
        }
    }

    Map<UUID, Row> find(Connection connection, Collection<UUID> ids) throws SQLException {
        var rows = new HashMap<UUID, Row>();
        try (var select = connection.prepareStatement(selectByIds)) {
            for (var some : Chunks.of(ids)) {
                select.setObject(1, some.toArray());
                try (var result = select.executeQuery()) {
                    readAll(result).forEach(row -> rows.put(row.id(), row));
                }
            }
        }
        return rows;
    }

    /** For {@link #insert} and {@link #upsert}. */
    void bind(PreparedStatement statement, Row row) throws SQLException {
        statement.setObject(1, row.id());
        statement.setLong(2, row.version());
        statement.setObject(3, row.audience());
        int at = FIRST_FIELD;
        for (Object value : row.values()) {
            statement.setObject(at++, value);
        }
        statement.setString(at, SearchText.of(row));
    }

    // javac drops the annotations of compact constructors from class files, so NullAway can't see that values may be
    // null.
    @SuppressWarnings("NullAway")
    Row read(ResultSet result) throws SQLException {
        var values = new ArrayList<@Nullable Object>(type.fields().size());
        int at = FIRST_FIELD;
        for (Field field : type.fields()) {
            values.add(value(result, at++, field.kind()));
        }
        return new Row(
                type, result.getObject(1, UUID.class), result.getLong(2), result.getObject(3, UUID.class), values);
    }

    List<Row> readAll(ResultSet result) throws SQLException {
        var rows = new ArrayList<Row>();
        while (result.next()) {
            rows.add(read(result));
        }
        return rows;
    }

    static @Nullable Object value(ResultSet result, int at, FieldKind kind) throws SQLException {
        return switch (kind) {
            case TEXT, CODE, WORDS, CODES -> result.getString(at);
            case REFERENCE -> result.getObject(at, UUID.class);
            case FLAG -> result.getObject(at, Boolean.class);
            case DATE -> result.getObject(at, LocalDate.class);
            case DECIMAL -> result.getObject(at, BigDecimal.class);
        };
    }
}
