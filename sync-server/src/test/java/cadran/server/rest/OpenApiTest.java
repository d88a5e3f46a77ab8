package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The document as it is served holds together: references, examples, names and problem codes. */
class OpenApiTest {
    private static final Pattern CODES = Pattern.compile(
            "(?:Problem\\.of|Problem\\.tooMany|Failures\\.codeOf)\\(((?:[^;\"]|\"[^\"]*\")*?);", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\"([a-z]+\\.[a-z_]+)\"");
    /** Remarks beside a number that was read, and failures inside the programs: the API never answers with them. */
    private static final Set<String> NEVER_ANSWERED = Set.of(
            "number.other_calling_code",
            "number.unknown_to_library",
            "number.plan_other_type",
            "number.plan_other_region",
            "blob.too_large",
            "blob.wrong_hash",
            "demo.reference_missing");

    private final ApiDocument document = ApiDocument.read();

    static List<EntityType<?>> types() {
        return Schema.TYPES;
    }

    @ParameterizedTest
    @MethodSource("types")
    void aListUnderstandsEveryFilterThatIsOffered(EntityType<?> type) {
        var list = Objects.requireNonNull(document.operations().get("GET /api/v1/" + type.collection()));
        var filters = list.get("parameters")
                .valueStream()
                .filter(parameter -> parameter.has("name"))
                .toList();
        filters.forEach(filter -> {
            var name = filter.get("name").stringValue();
            var query = ListQueryReader.read(type, Map.of(name, List.of(valueOf(filter.get("schema")))));
            assertEquals(1, query.conditions().size(), name);
        });
        assertTrue(filters.size() >= type.fields().size());
    }

    /** Some value that the schema of a filter allows. */
    private static String valueOf(JsonNode schema) {
        var one = schema.has("items") ? schema.get("items") : schema;
        if (one.has("enum")) {
            return one.get("enum").get(0).stringValue();
        }
        return switch (one.path("format").asString(one.get("type").stringValue())) {
            case "uuid" -> "0198a2c4-7d00-7001-8000-000000000001";
            case "date" -> "2026-01-15";
            case "boolean" -> "true";
            default -> "1";
        };
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
        // What desktops say of a file of blocks and of a number that is to be shown.
        undocumented.removeIf(code -> code.startsWith("blocks.") || code.startsWith("use."));
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

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
    }

    private static void everyObject(JsonNode node, java.util.function.Consumer<JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(node);
        }
        node.forEach(child -> everyObject(child, visitor));
    }
}
