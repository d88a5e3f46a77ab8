package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document as the tests look things up in it. */
final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    final JsonNode json;
    final SchemaCheck schemas;

    private ApiDocument(JsonNode json) {
        this.json = json;
        this.schemas = new SchemaCheck(json);
    }

    static ApiDocument read() {
        return new ApiDocument(Json.MAPPER.readTree(OpenApiDocument.bytes()));
    }

    /** Every operation by method and path, such as {@code GET /api/v1/numbers}. */
    Map<String, JsonNode> operations() {
        var operations = new LinkedHashMap<String, JsonNode>();
        json.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.put(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                method.getValue())));
        return operations;
    }

    /** The path's and the operation's own parameters. */
    List<JsonNode> parameters(String operation) {
        var path = operation.substring(operation.indexOf(' ') + 1);
        var found = new ArrayList<JsonNode>();
        json.get("paths").get(path).path("parameters").forEach(one -> found.add(schemas.resolve(one)));
        Objects.requireNonNull(operations().get(operation))
                .path("parameters")
                .forEach(one -> found.add(schemas.resolve(one)));
        return found;
    }

    JsonNode schema(String name) {
        var schema = json.at("/components/schemas/" + name);
        assertTrue(schema.isObject(), "no schema " + name);
        return schema;
    }

    /** Each problem code with its status. */
    Map<String, Integer> problemCodes() {
        var codes = new LinkedHashMap<String, Integer>();
        schema("ProblemCode")
                .get("oneOf")
                .forEach(one -> codes.put(
                        one.get("const").stringValue(), one.get("x-status").intValue()));
        return codes;
    }

    /** Fails if the answer is not one that the document promises for a request that found its operation. */
    void requireDocumented(String method, String path, int status, String contentType, String body) {
        var what = method + " " + path + " → " + status;
        if (status >= 400) {
            var problem = Json.MAPPER.readTree(body);
            assertEquals("application/problem+json", contentType, what);
            assertEquals(List.of(), schemas.problems(schema("Problem"), problem), what + " " + body);
            var code = problem.get("code").stringValue();
            assertEquals(problemCodes().get(code), status, what + " has an undocumented " + code);
        }
        var operation = operations().get(method + " " + template(path));
        if (operation == null || status == 405 || status == 406) {
            return;
        }
        var response = operation.get("responses").get(Integer.toString(status));
        assertTrue(response != null, what + " is not documented: " + body);
        var content = schemas.resolve(response).path("content").path(contentType);
        if (!body.isEmpty() && status < 400) {
            assertTrue(content.isObject(), what + " is documented without " + contentType);
            assertEquals(List.of(), schemas.problems(content.get("schema"), Json.MAPPER.readTree(body)), what);
        }
    }

    /** Fails if the server did what the document doesn't offer: a parameter or a new thing that it doesn't describe. */
    void requireOffered(String method, String path, String query, int status, String body) {
        if (status < 200 || status > 299) {
            return;
        }
        var name = method + " " + template(path);
        if (!query.isEmpty()) {
            var offered = parameters(name).stream()
                    .map(parameter -> parameter.get("name").stringValue())
                    .toList();
            for (String given : query.split("&", -1)) {
                assertTrue(offered.contains(given.replaceFirst("=.*", "")), name + " does not offer " + given);
            }
        }
        if (status == 201) {
            var schema = Objects.requireNonNull(operations().get(name), name)
                    .at("/requestBody/content/application~1json/schema");
            assertEquals(List.of(), schemas.problems(schema, Json.MAPPER.readTree(body)), name);
        }
    }

    private String template(String path) {
        return json.get("paths")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                .min(java.util.Comparator.comparing(template -> template.contains("{")))
                .orElse("");
    }
}
