package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One table's example row, as it is created, read and changed. */
final class TableExamples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final EntityType<?> type;
    private final TableTexts texts;

    TableExamples(EntityType<?> type, TableTexts texts) {
        this.type = type;
        this.texts = texts;
    }

    ObjectNode row() {
        return row(1);
    }

    ObjectNode rowAfterChange() {
        return with(row(2), change());
    }

    JsonNode change() {
        return texts.example(type, "change");
    }

    /** No more than must be there, unless the texts add something. */
    ObjectNode creation() {
        var values = NODES.objectNode();
        for (var field : type.fields()) {
            if (FieldSchema.mustBeGiven(field)) {
                values.set(field.name(), value(field));
            }
        }
        var more = texts.find(type, "examples/create");
        return more == null ? values : with(values, more);
    }

    private ObjectNode row(int version) {
        var row = NODES.objectNode();
        row.set("id", texts.example(type, "id"));
        row.put("version", version);
        for (var field : type.fields()) {
            row.set(field.name(), value(field));
        }
        return row;
    }

    private JsonNode value(Field field) {
        var given = texts.find(type, field, "example");
        if (given != null) {
            return given;
        }
        var target = field.references();
        if (target != null) {
            return texts.example(Schema.type(target), "id");
        }
        var fitting = fitting(FieldSchema.of(field));
        return fitting == null ? texts.of(type, field, "example") : fitting;
    }

    /** A value that the schema itself names, or null. */
    private static @Nullable JsonNode fitting(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        if (schema.has("items")) {
            var one = fitting(schema.get("items"));
            return one == null ? null : NODES.arrayNode().add(one);
        }
        return schema.get("default");
    }

    private static ObjectNode with(ObjectNode values, JsonNode more) {
        more.propertyStream().forEach(property -> values.set(property.getKey(), property.getValue()));
        return values;
    }
}
