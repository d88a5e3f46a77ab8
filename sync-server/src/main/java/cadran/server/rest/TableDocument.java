package cadran.server.rest;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One table's part of the document: its descriptor knows most of it, the texts the rest. */
final class TableDocument {
    /** What all tables have alike, with a blank for what they don't. */
    static final String FORM = "each-table.json";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final EntityType<?> type;
    private final TableTexts texts;
    private final Map<String, JsonNode> blanks = new HashMap<>();

    TableDocument(EntityType<?> type, TableTexts texts) {
        this.type = type;
        this.texts = texts;
    }

    JsonNode fill(JsonForm form) {
        name();
        describe();
        listFields();
        giveExamples();
        var document = form.filled(blanks);
        if (type.isReport()) {
            leaveOutWriting(document);
        }
        return document;
    }

    /** What only the server writes has no routes to write it. */
    private static void leaveOutWriting(JsonNode document) {
        var paths = (ObjectNode) document.get("paths");
        paths.forEach(path -> ((ObjectNode) path).remove(List.of("post", "patch", "delete")));
        var empty = paths.propertyNames().stream()
                .filter(path -> paths.get(path).isEmpty())
                .toList();
        paths.remove(empty);
        var schemas = (ObjectNode) document.at("/components/schemas");
        var writing = schemas.propertyNames().stream()
                .filter(name -> Stream.of("Create", "Patch", "Bulk", "Seen").anyMatch(name::endsWith))
                .toList();
        schemas.remove(writing);
    }

    private void name() {
        var one = texts.word(type, "one");
        var many = texts.word(type, "many");
        put("a row", one);
        put("row", one.substring(one.indexOf(' ') + 1));
        put("rows", many);
        put("tag", capitalised(many));
        put("Row", either(texts.find(type, "schema"), joined(type.name(), "_")));
        put("Rows", joined(type.collection(), "-"));
        put("collection", type.collection());
    }

    private void describe() {
        put("description", texts.word(type, "description"));
        put("what only moves", whatOnlyMoves());
        put("Query", either(texts.find(type, "query"), "Query"));
        blanks.put("bulk verbs of its own", verbsOfItsOwn());
        put("right to read", type.readPermission().name());
        put("right to write", type.writePermission().name());
    }

    /** What more than create, change and delete an item of a bulk request may ask for. */
    private ArrayNode verbsOfItsOwn() {
        var verbs = NODES.arrayNode();
        var schema = texts.find(type, "bulk");
        if (schema != null) {
            verbs.addObject().put("$ref", "#/components/schemas/" + schema.stringValue());
        }
        return verbs;
    }

    private String whatOnlyMoves() {
        var moving = type.fields().stream()
                .filter(field -> field.merge() == MergeClass.MACHINE)
                .map(Field::name)
                .collect(Collectors.joining(" and the "));
        return moving.isEmpty() ? "" : " Not the " + moving + ": that takes a move.";
    }

    private void listFields() {
        var filters = NODES.arrayNode();
        var required = NODES.arrayNode();
        var changing = NODES.objectNode();
        var fixed = NODES.objectNode();
        var fixedAtCreation = NODES.objectNode();
        for (var field : type.fields()) {
            FieldSchema.filters(field).forEach(filters::add);
            if (FieldSchema.mustBeGiven(field)) {
                required.add(field.name());
            }
            if (isChangedByPatch(field)) {
                changing.set(field.name(), schema(field, ""));
            } else {
                fixed.set(field.name(), schema(field, ""));
                if (isWrittenByCallers(field)) {
                    fixedAtCreation.set(field.name(), schemaAtCreation(field));
                }
            }
        }
        blanks.put("filters", filters);
        blanks.put("required fields", required);
        blanks.put("fields that change", changing);
        blanks.put("fixed fields", part(fixed));
        blanks.put("fixed fields at creation", part(fixedAtCreation));
    }

    private static boolean isChangedByPatch(Field field) {
        return field.merge() != MergeClass.IDENTITY && field.merge() != MergeClass.MACHINE && isWrittenByCallers(field);
    }

    /** What takes a right that no caller has, the server writes. */
    private static boolean isWrittenByCallers(Field field) {
        return field.needs() == null;
    }

    /** A creation may take what no row shows, such as a number in any spelling. */
    private ObjectNode schemaAtCreation(Field field) {
        return schema(field, texts.find(type, field, "create/description") == null ? "" : "create/");
    }

    private ObjectNode schema(Field field, String place) {
        var schema = FieldSchema.of(field);
        schema.set("description", texts.of(type, field, place + "description"));
        var constraints = texts.find(type, field, place + "constraints");
        if (constraints != null) {
            schema.setAll((ObjectNode) constraints);
        }
        return schema;
    }

    /** None or one, for a list of parts. */
    private static ArrayNode part(ObjectNode properties) {
        var parts = NODES.arrayNode();
        if (!properties.isEmpty()) {
            parts.addObject().put("type", "object").set("properties", properties);
        }
        return parts;
    }

    private void giveExamples() {
        var examples = new TableExamples(type, texts);
        blanks.put("example id", texts.example(type, "id"));
        blanks.put("example row", examples.row());
        blanks.put("example of a creation", examples.creation());
        blanks.put("example of a change", examples.change());
        blanks.put("example row after it", examples.rowAfterChange());
    }

    private void put(String blank, String text) {
        blanks.put(blank, NODES.stringNode(text));
    }

    private static String either(@Nullable JsonNode text, String otherwise) {
        return text == null ? otherwise : text.stringValue();
    }

    private static String joined(String name, String separator) {
        return Arrays.stream(name.split(separator, -1))
                .map(TableDocument::capitalised)
                .collect(Collectors.joining());
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
