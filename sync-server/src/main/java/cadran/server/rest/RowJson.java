package cadran.server.rest;

import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Members;
import cadran.model.sync.Row;
import cadran.model.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows and edits of them as the API's JSON objects. */
final class RowJson {
    private RowJson() {}

    static ObjectNode write(Row row) {
        return write(row, null);
    }

    /** @param fields beside id and version, null for all */
    static ObjectNode write(Row row, @Nullable Set<String> fields) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", row.id().toString());
        node.put("version", row.version());
        for (var field : row.type().fields()) {
            if (fields == null || fields.contains(field.name())) {
                node.set(field.name(), value(field, row.get(field.name())));
            }
        }
        return node;
    }

    private static JsonNode value(Field field, @Nullable Object value) {
        if (!field.isSeveral() || value == null) {
            return Json.write(value);
        }
        var words = JsonNodeFactory.instance.arrayNode();
        Members.of(value.toString()).forEach(words::add);
        return words;
    }

    /** The fields that a body names, typed. {@code ignored} are properties that the caller of this reads. */
    static Map<String, @Nullable Object> read(EntityType<?> type, JsonNode body, Set<String> ignored) {
        if (!body.isObject()) {
            throw Problem.of("json.wrong_type").with("expected", "object").asException();
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        body.propertyStream().forEach(property -> {
            if (!ignored.contains(property.getKey())) {
                values.put(property.getKey(), Json.read(type.field(property.getKey()), property.getValue()));
            }
        });
        return values;
    }
}
