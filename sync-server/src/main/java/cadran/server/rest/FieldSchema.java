package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A field as JSON Schema. What differs from kind to kind is one case in one switch; all else is read off its result. */
final class FieldSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FieldSchema() {}

    /** Of the field in a row or a body: an optional one may be null. */
    static ObjectNode of(Field field) {
        var schema = value(field);
        if (!field.required()) {
            schema.set("type", NODES.arrayNode().add(schema.get("type")).add("null"));
            if (schema.get("enum") instanceof ArrayNode codes) {
                codes.addNull();
            }
        }
        if (field.needs() != null) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    /** A flag that is left out has its default. */
    static boolean mustBeGiven(Field field) {
        return field.required() && field.kind() != FieldKind.FLAG;
    }

    private static ObjectNode value(Field field) {
        return switch (field.kind()) {
            case TEXT -> text(field);
            case CODE -> oneOf(field.codes());
            case REFERENCE -> reference(Schema.type(Objects.requireNonNull(field.references())));
            case FLAG -> type("boolean").put("default", true);
            case DATE -> type("string").put("format", "date");
            case DECIMAL -> type("string").put("pattern", decimal(field.max()));
            case CODES -> several(oneOf(field.codes()), field.codes().size());
            case WORDS -> several(type("string").put("maxLength", field.max()), Field.MOST_WORDS);
        };
    }

    /** The parameters by which a list is filtered by this field. */
    static List<ObjectNode> filters(Field field) {
        var schema = value(field);
        var several = schema.get("items");
        var one = comparable(several == null ? schema : several);
        var name = field.name();
        var holds = several == null
                ? "Only rows whose `" + name + "` is one of these."
                : "Only rows that have one of these among their `" + name + "`.";
        var equal = parameter(name, holds, type("array").set("items", one)).put("explode", false);
        return ListQueryReader.hasBounds(field)
                ? List.of(
                        equal,
                        parameter(name + ".min", "Only rows whose `" + name + "` is at least this.", one),
                        parameter(name + ".max", "Only rows whose `" + name + "` is at most this.", one))
                : List.of(equal);
    }

    private static ObjectNode parameter(String name, String description, JsonNode schema) {
        var parameter = NODES.objectNode().put("name", name).put("in", "query").put("description", description);
        parameter.set("schema", schema);
        return parameter;
    }

    /** Without bounds: to look for a text that is too long to be there is no mistake. */
    private static JsonNode comparable(JsonNode schema) {
        return ((ObjectNode) schema.deepCopy()).retain("type", "format", "enum");
    }

    private static ObjectNode text(Field field) {
        var schema = type("string");
        if (field.required()) {
            schema.put("minLength", 1);
        }
        return schema.put("maxLength", field.max());
    }

    private static ObjectNode oneOf(List<String> codes) {
        var schema = type("string");
        codes.forEach(schema.putArray("enum")::add);
        return schema;
    }

    private static ObjectNode reference(EntityType<?> target) {
        return type("string").put("format", "uuid").put("x-references", target.collection());
    }

    private static ObjectNode several(ObjectNode one, int most) {
        var schema = type("array");
        schema.set("items", one);
        return schema.put("maxItems", most);
    }

    private static String decimal(int decimals) {
        var whole = "^[0-9]{1," + Field.MOST_INTEGER_DIGITS + "}";
        return decimals == 0 ? whole + "$" : whole + "(\\.[0-9]{1," + decimals + "})?$";
    }

    private static ObjectNode type(String name) {
        return NODES.objectNode().put("type", name);
    }
}
