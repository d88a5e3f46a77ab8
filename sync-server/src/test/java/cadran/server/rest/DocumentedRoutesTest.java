package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.Schema;
import cadran.server.db.Database;
import cadran.server.http.Access;
import cadran.server.http.Route;
import cadran.server.testing.DatabaseTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Routes and document agree in both directions: paths, methods, rights and media types. */
class DocumentedRoutesTest {
    private final ApiDocument document = ApiDocument.read();

    @DatabaseTest
    void everyRouteIsDocumentedWithItsRight(Database db) {
        for (Route route : RestServer.routes(db)) {
            if (!route.path().startsWith("/api/v1/")) continue;
            var operation = document.operations().get(route.toString());
            assertTrue(operation != null, route + " is not in the document");
            assertEquals(rightOf(route.access()), rightIn(operation), route.toString());
            var content = document.schemas.resolve(firstGood(operation)).path("content");
            if (content.isObject()) {
                assertEquals(Set.of(route.produces()), Set.copyOf(content.propertyNames()), route.toString());
            }
        }
    }

    @DatabaseTest
    void everyDocumentedTableIsARoute(Database db) {
        var routes = RestServer.routes(db).stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new));
        var tables = Schema.TYPES.stream().map(type -> "/api/v1/" + type.collection()).toList();
        document.operations().keySet().stream()
                .filter(name -> tables.stream().anyMatch(table -> name.matches("[A-Z]+ " + table + "(/.*)?")))
                .forEach(name -> assertTrue(routes.contains(name), name + " is no route"));
    }

    @DatabaseTest
    void theDocumentAndItsPageAreServedToAnybody(Database db) {
        try (var server = new RestServer(db)) {
            assertEquals(document.json, server.nobody().get("/api/v1/openapi.json").expect(200).json());
            var page = server.page("/api/docs");
            assertEquals(200, page.statusCode());
            assertTrue(page.headers().firstValue("Content-Security-Policy").orElse("").contains("script-src 'self'"));
            for (String part : new String[] {"/api/docs/docs.css", "/api/docs/docs.js"}) {
                assertTrue(page.body().contains(part), part);
                assertEquals(200, server.page(part).statusCode());
            }
        }
    }

    private static String rightOf(Access access) {
        return switch (access) {
            case Access.Needs needs -> needs.permission().name();
            case Access.Open open -> open.name();
        };
    }

    private static String rightIn(JsonNode operation) {
        if (operation.has("security") && operation.get("security").isEmpty()) return "PUBLIC";
        return operation.path("x-permission").asString("SIGNED_IN");
    }

    private static JsonNode firstGood(JsonNode operation) {
        return operation.get("responses").propertyStream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
