package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.MergeClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The document is written by hand and is the source of truth; so it must say what the descriptors say. */
class OpenApiTest {
    private static final Pattern CODES = Pattern.compile(
            "(?:Problem\\.of|Problem\\.tooMany|Failures\\.codeOf)\\(((?:[^;\"]|\"[^\"]*\")*?);", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\"([a-z]+\\.[a-z_]+)\"");
    /** Remarks beside a number that was read, and failures inside the programs: the API never answers with them. */
    private static final Set<String> NEVER_ANSWERED = Set.of(
            "number.other_calling_code",
            "number.unknown_to_library",
            "blob.too_large",
            "blob.wrong_hash",
            "demo.reference_missing");

    private final ApiDocument document = ApiDocument.read();

    static List<EntityType<?>> types() {
        return Schema.TYPES;
    }

    @ParameterizedTest
    @MethodSource("types")
    void aRowHasTheFieldsOfItsDescriptor(EntityType<?> type) {
        var schema = schemaOf(type);
        var names = new HashSet<>(Set.of("id", "version"));
        type.fields().forEach(field -> names.add(field.name()));
        assertEquals(names, document.schemas.propertyNames(schema));
        type.fields().forEach(field -> assertField(field, property(schema, field.name())));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aCreationTakesTheFieldsAndRequiresTheMandatoryOnes(EntityType<?> type) {
        var schema = bodyOf("POST /api/v1/" + type.collection());
        var names = new HashSet<>(Set.of("id"));
        type.fields().forEach(field -> names.add(field.name()));
        assertEquals(names, document.schemas.propertyNames(schema));
        var required = type.fields().stream()
                .filter(field -> field.required() && field.kind() != FieldKind.FLAG)
                .map(Field::name)
                .collect(Collectors.toSet());
        assertEquals(required, texts(schema.get("required")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aPatchTakesWhatMayChange(EntityType<?> type) {
        var schema = bodyOf("PATCH /api/v1/" + type.collection() + "/{id}");
        var changeable = type.fields().stream()
                .filter(field -> field.merge() != MergeClass.IDENTITY && field.merge() != MergeClass.MACHINE)
                .map(Field::name)
                .collect(Collectors.toSet());
        assertEquals(changeable, document.schemas.propertyNames(schema));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aListCanBeFilteredByEveryField(EntityType<?> type) {
        var expected = new TreeSet<>(Set.of("q", "sort", "limit", "after", "fields", "id"));
        for (Field field : type.fields()) {
            expected.add(field.name());
            if (field.kind() == FieldKind.DATE || field.kind() == FieldKind.DECIMAL) {
                expected.add(field.name() + ".min");
                expected.add(field.name() + ".max");
            }
        }
        var documented = document.parameters("GET /api/v1/" + type.collection()).stream()
                .map(parameter -> parameter.get("name").stringValue())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, documented);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theRightsAreThoseOfTheDescriptor(EntityType<?> type) {
        document.operations().forEach((name, operation) -> {
            if (name.matches("[A-Z]+ /api/v1/" + type.collection() + "(/.*)?")) {
                var right = name.startsWith("GET ") ? type.readPermission() : type.writePermission();
                assertEquals(right.name(), operation.get("x-permission").stringValue(), name);
            }
        });
    }

    @Test
    void everyExampleFitsItsSchema() {
        int[] examples = {0};
        everyObject(document.json, node -> {
            if (node.has("schema") && node.has("example")) {
                examples[0]++;
                var example = node.get("example");
                var schema = document.schemas.resolve(node.get("schema"));
                assertEquals(List.of(), document.schemas.problems(schema, example));
            }
        });
        assertTrue(examples[0] > 70, "only " + examples[0]);
    }

    @Test
    void everyReferenceLeadsSomewhereAndNoComponentIsLeftOver() {
        var used = new HashSet<String>();
        everyObject(document.json, node -> {
            if (node.has("$ref")) {
                document.schemas.resolve(node);
                used.add(node.get("$ref").stringValue());
            }
        });
        var defined = new HashSet<String>();
        for (String kind : List.of("parameters", "headers", "responses", "schemas")) {
            document.json
                    .at("/components/" + kind)
                    .propertyNames()
                    .forEach(name -> defined.add("#/components/" + kind + "/" + name));
        }
        assertEquals(new TreeSet<>(defined), new TreeSet<>(used));
    }

    @Test
    void operationsHaveIdsOfTheirOwnAndKnownTags() {
        var tags = document.json
                .get("tags")
                .valueStream()
                .map(tag -> tag.get("name").stringValue())
                .collect(Collectors.toSet());
        var ids = new HashMap<String, String>();
        document.operations().forEach((name, operation) -> {
            var other = ids.put(operation.get("operationId").stringValue(), name);
            assertEquals(null, other, name);
            assertTrue(tags.containsAll(texts(operation.get("tags"))), name);
            assertTrue(operation.hasNonNull("summary"), name);
        });
    }

    @Test
    void responsesListCodesOfTheirStatus() {
        var codes = document.problemCodes();
        var missing = new TreeSet<>(codes.keySet());
        document.json.at("/components/responses").propertyStream().forEach(response -> {
            var example = response.getValue().at("/content/application~1problem+json/example/status");
            response.getValue().path("x-codes").forEach(code -> {
                missing.remove(code.stringValue());
                assertEquals(example.intValue(), codes.get(code.stringValue()), code + " in " + response.getKey());
            });
        });
        assertTrue(missing.size() < codes.size());
    }

    @Test
    void everyProblemOfTheSourcesIsDocumentedAndNoOther() throws IOException {
        var sources = new StringBuilder();
        for (String folder : List.of("src/main/java", "../common-model/src/main/java")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        var undocumented = new TreeSet<>(problemCodesIn(sources.toString()));
        assertTrue(undocumented.size() > 20, "the pattern no longer finds them");
        undocumented.removeAll(NEVER_ANSWERED);
        undocumented.removeAll(document.problemCodes().keySet());
        assertEquals(Set.of(), undocumented);
        var invented = new TreeSet<>(document.problemCodes().keySet());
        invented.removeIf(code -> sources.indexOf("\"" + code + "\"") >= 0);
        assertEquals(Set.of(), invented);
    }

    @Test
    void thePageLoadsNothingFromOutside() throws IOException {
        for (String file : List.of("docs.html", "docs.css", "docs.js")) {
            try (var in = Objects.requireNonNull(DocumentHandlers.class.getResourceAsStream(file))) {
                var text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                assertTrue(!text.contains("://") && !text.contains("src=\"//"), file);
                assertTrue(!text.contains("style=") && !text.contains("onclick"), file + " needs a looser policy");
            }
        }
    }

    private static List<String> problemCodesIn(String source) {
        var found = new ArrayList<String>();
        CODES.matcher(source)
                .results()
                .forEach(call -> CODE.matcher(call.group(1)).results().forEach(code -> found.add(code.group(1))));
        return found;
    }

    private static void assertField(Field field, JsonNode property) {
        var types = property.get("type").isArray()
                ? texts(property.get("type"))
                : Set.of(property.get("type").stringValue());
        var expected = new HashSet<>(Set.of(
                switch (field.kind()) {
                    case FLAG -> "boolean";
                    case WORDS, CODES -> "array";
                    default -> "string";
                }));
        if (!field.required()) {
            expected.add("null");
        }
        assertEquals(expected, types, field.name());
        switch (field.kind()) {
            case TEXT -> assertEquals(field.max(), property.get("maxLength").intValue(), field.name());
            case WORDS -> {
                assertEquals(Field.MOST_WORDS, property.get("maxItems").intValue(), field.name());
                assertEquals(field.max(), property.get("items").get("maxLength").intValue(), field.name());
            }
            case CODES -> assertEquals(field.codes(), List.copyOf(texts(property.at("/items/enum"))), field.name());
            case CODE -> {
                var codes = new ArrayList<String>();
                property.get("enum")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .forEach(code -> codes.add(code.stringValue()));
                assertEquals(field.codes(), codes, field.name());
            }
            case REFERENCE -> {
                var target = Schema.type(Objects.requireNonNull(field.references()));
                assertEquals("uuid", property.get("format").stringValue());
                assertEquals(target.collection(), property.get("x-references").stringValue(), field.name());
            }
            case DATE -> assertEquals("date", property.get("format").stringValue(), field.name());
            case DECIMAL -> assertTrue(property.get("pattern").stringValue().contains("{1," + field.max() + "}"));
            case FLAG -> assertTrue(property.get("default").booleanValue(), field.name());
        }
    }

    private JsonNode schemaOf(EntityType<?> type) {
        return document.schemas.resolve(
                Objects.requireNonNull(document.operations().get("GET /api/v1/" + type.collection() + "/{id}"))
                        .at("/responses/200/content/application~1json/schema"));
    }

    private JsonNode bodyOf(String operation) {
        return document.schemas.resolve(
                Objects.requireNonNull(document.operations().get(operation), operation)
                        .at("/requestBody/content/application~1json/schema"));
    }

    private JsonNode property(JsonNode schema, String name) {
        var own = schema.path("properties").path(name);
        if (!own.isMissingNode()) {
            return own;
        }
        for (JsonNode part : schema.path("allOf")) {
            var found = property(document.schemas.resolve(part), name);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return own;
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void everyObject(JsonNode node, java.util.function.Consumer<JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(node);
        }
        node.forEach(child -> everyObject(child, visitor));
    }
}
