package cadran.desktop.store;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a page by its keys, with the names of what the rows point to joined in. */
final class GridReader {
    record Labelled(Row row, Map<String, String> labels) {}

    private final EntityTable table;
    private final List<Field> references;

    GridReader(EntityType<?> type) {
        table = EntityTable.of(type);
        references = type.fields().stream()
                .filter(field -> field.kind() == FieldKind.REFERENCE)
                .toList();
    }

    Map<Long, Labelled> read(Connection connection, long[] keys) throws SQLException {
        var select = new StringBuilder("SELECT " + table.columns("t."));
        var joins = new StringBuilder();
        for (int i = 0; i < references.size(); i++) {
            var field = references.get(i);
            var target = EntityTable.of(Schema.type(Objects.requireNonNull(field.references())));
            select.append(", ").append(target.label("r" + i));
            joins.append(" LEFT JOIN %s r%d ON r%d.id = t.%s".formatted(target.type.name(), i, i, field.column()));
        }
        select.append(", t.row_key FROM ")
                .append(table.type.name())
                .append(" t")
                .append(joins);
        select.append(" WHERE t.row_key = ANY(?)");
        try (var statement = connection.prepareStatement(select.toString())) {
            statement.setObject(1, Arrays.stream(keys).boxed().toArray());
            try (var result = statement.executeQuery()) {
                return readAll(result);
            }
        }
    }

    private Map<Long, Labelled> readAll(ResultSet result) throws SQLException {
        var rows = new HashMap<Long, Labelled>();
        int firstLabel = 4 + table.type.fields().size();
        while (result.next()) {
            var row = table.read(result);
            var labels = new HashMap<String, String>();
            for (int i = 0; i < references.size(); i++) {
                String name = references.get(i).name();
                if (row.get(name) != null) {
                    labels.put(name, String.valueOf(result.getString(firstLabel + i)));
                }
            }
            rows.put(result.getLong(firstLabel + references.size()), new Labelled(row, labels));
        }
        return rows;
    }
}
