package cadran.desktop.store;

import cadran.model.sync.Operation;
import cadran.model.sync.Verdict;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;

/** Operations as rows of the outbox's table. */
final class OperationTable {
    static final String INSERT = """
            INSERT INTO operation (number, id, author, group_id, entity, row_id, base_version, after_number, intent, label, made_at, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Followed by a condition over "o". */
    static final String SELECT = """
            SELECT o.number, o.id, o.author, o.group_id, o.base_version, o.after_number, o.intent, o.label, o.made_at,
                o.result, a.saw_current, a.result_version, o.reason
            FROM operation o LEFT JOIN operation a ON o.after_number > 0 AND a.number = o.after_number
            """;

    /** What lists show; followed by a condition over "o". */
    static final String SELECT_WAITING =
            "SELECT o.id, o.group_id, o.entity, o.row_id, o.verdict, o.label, o.made_at FROM operation o ";

    /** Its effect is not yet in what the cache holds of the server; takes the cache's cursor. */
    static final String LIVE =
            "o.number IS NOT NULL AND (o.result IS NULL OR (o.verdict <> 'REFUSED' AND o.change_number > ?))";

    private OperationTable() {}

    static void bind(PreparedStatement insert, Operation operation, UUID author, EditLabel label) throws SQLException {
        insert.setLong(1, operation.number());
        insert.setObject(2, operation.id());
        insert.setObject(3, author);
        insert.setObject(4, operation.group());
        insert.setString(5, operation.intent().entity());
        insert.setObject(6, operation.intent().rowId());
        insert.setLong(7, operation.baseVersion());
        insert.setLong(8, operation.after());
        insert.setString(9, Json.MAPPER.writeValueAsString(OperationJson.write(operation.intent())));
        insert.setString(10, write(label));
        insert.setObject(11, CacheTransaction.time(operation.at()));
        insert.setString(12, operation.reason());
    }

    static List<QueuedOperation> readAll(PreparedStatement select) throws SQLException {
        var operations = new ArrayList<QueuedOperation>();
        try (var result = select.executeQuery()) {
            while (result.next()) {
                operations.add(read(result));
            }
        }
        return operations;
    }

    static List<WaitingEdit> readWaiting(PreparedStatement select) throws SQLException {
        var waiting = new ArrayList<WaitingEdit>();
        try (var result = select.executeQuery()) {
            while (result.next()) {
                waiting.add(new WaitingEdit(
                        result.getObject(1, UUID.class),
                        result.getObject(2, UUID.class),
                        result.getString(3),
                        result.getObject(4, UUID.class),
                        Verdict.valueOf(result.getString(5)),
                        readLabel(result.getString(6)),
                        result.getObject(7, OffsetDateTime.class).toInstant()));
            }
        }
        return waiting;
    }

    private static QueuedOperation read(ResultSet result) throws SQLException {
        var operation = new Operation(
                result.getObject(2, UUID.class),
                result.getLong(1),
                result.getObject(4, UUID.class),
                result.getObject(9, OffsetDateTime.class).toInstant(),
                result.getLong(5),
                result.getLong(6),
                OperationJson.readIntent(Json.MAPPER.readTree(result.getString(7))),
                result.getString(13));
        String answer = result.getString(10);
        return new QueuedOperation(
                operation,
                result.getObject(3, UUID.class),
                readLabel(result.getString(8)),
                result.getBoolean(11) ? result.getLong(12) : null,
                answer == null ? null : OperationJson.readResult(Json.MAPPER.readTree(answer)));
    }

    private static String write(EditLabel label) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("key", label.key());
        node.put("way", label.way().name());
        var args = node.putObject("args");
        label.args().forEach(args::put);
        return Json.MAPPER.writeValueAsString(node);
    }

    private static EditLabel readLabel(String json) {
        var node = Json.MAPPER.readTree(json);
        var args = new LinkedHashMap<String, String>();
        node.get("args")
                .propertyStream()
                .forEach(arg -> args.put(arg.getKey(), arg.getValue().asString()));
        return new EditLabel(
                node.get("key").asString(),
                args,
                EditLabel.Way.valueOf(node.get("way").asString()));
    }
}
