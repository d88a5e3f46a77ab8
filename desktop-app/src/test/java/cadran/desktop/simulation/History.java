package cadran.desktop.simulation;

import cadran.model.sync.OperationResult;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the server wrote down about one organisation: each change of a row, in order, and each operation's answer. */
final class History {
    /** @param fields by name, each as a pair of before and after */
    record Change(UUID user, String action, String entity, UUID row, JsonNode fields) {
        @Nullable
        String before(String field) {
            return text(field, 0);
        }

        @Nullable
        String after(String field) {
            return text(field, 1);
        }

        private @Nullable String text(String field, int side) {
            var value = fields.path(field).path(side);
            return value.isMissingNode() || value.isNull() ? null : value.asString();
        }
    }

    record Answer(UUID user, UUID device, OperationResult result) {}

    final List<Change> changes = new ArrayList<>();
    final Map<UUID, Answer> answers = new LinkedHashMap<>();
    /** For each row, its fields as text, as the server holds them now. */
    final Map<UUID, Map<String, @Nullable String>> rows = new LinkedHashMap<>();

    private History() {}

    static History of(World world, Organisation organisation) {
        var history = new History();
        try (var connection = world.central().look()) {
            history.readChanges(connection, organisation.id());
            history.readAnswers(connection, organisation.id());
            history.readRows(connection, organisation.id());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return history;
    }

    List<Change> of(UUID row) {
        return changes.stream().filter(change -> change.row().equals(row)).toList();
    }

    private void readChanges(Connection connection, UUID organisation) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT user_id, action, entity, entity_id, details FROM audit_entry WHERE org_id = ? ORDER BY seq")) {
            select.setObject(1, organisation);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    var user = result.getObject(1, UUID.class);
                    changes.add(new Change(
                            user == null ? new UUID(0, 0) : user,
                            result.getString(2),
                            result.getString(3),
                            UUID.fromString(result.getString(4)),
                            Json.MAPPER.readTree(result.getString(5))));
                }
            }
        }
    }

    private void readAnswers(Connection connection, UUID organisation) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT user_id, device_id, operation_id, result FROM operation_log WHERE org_id = ?")) {
            select.setObject(1, organisation);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    var answer = OperationJson.readResult(Json.MAPPER.readTree(result.getString(4)));
                    answers.put(
                            result.getObject(3, UUID.class),
                            new Answer(result.getObject(1, UUID.class), result.getObject(2, UUID.class), answer));
                }
            }
        }
    }

    private void readRows(Connection connection, UUID organisation) throws SQLException {
        for (var type : cadran.model.Schema.TYPES) {
            try (var select = connection.prepareStatement("SELECT * FROM " + type.name() + " WHERE org_id = ?")) {
                select.setObject(1, organisation);
                try (var result = select.executeQuery()) {
                    while (result.next()) {
                        Map<String, @Nullable String> values = new LinkedHashMap<>();
                        for (var field : type.fields()) {
                            values.put(field.name(), Cells.text(result, field.column()));
                        }
                        rows.put(Objects.requireNonNull(result.getObject("id", UUID.class)), values);
                    }
                }
            }
        }
    }
}
