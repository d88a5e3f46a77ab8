package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Role;
import cadran.server.db.Database;
import cadran.server.http.Access;
import cadran.server.http.Route;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Routes and document agree in both directions: paths, methods, rights and media types. */
class DocumentedRoutesTest {
    private final ApiDocument document = ApiDocument.read();

    @DatabaseTest
    void everyRouteIsDocumentedWithItsRight(Database db) {
        try (var people = new People(db)) {
            for (Route route : routes(people)) {
                var operation = Objects.requireNonNull(
                        document.operations().get(route.toString()), route + " is not in the document");
                assertEquals(rightOf(route.access()), rightIn(operation), route.toString());
                var content = document.schemas.resolve(firstGood(operation)).path("content");
                if (content.isObject()) {
                    assertEquals(Set.of(route.produces()), Set.copyOf(content.propertyNames()), route.toString());
                }
            }
        }
    }

    @DatabaseTest
    void everythingDocumentedIsARoute(Database db) {
        try (var people = new People(db)) {
            var routes = new TreeSet<String>();
            routes(people).forEach(route -> routes.add(route.toString()));
            assertEquals(routes, new TreeSet<>(document.operations().keySet()));
        }
    }

    @DatabaseTest
    void peopleAndOrganisationsAnswerAsDocumented(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Durand et Fils");
            people.member(admin, Role.TELECOM);
            var api = new Api(
                    people.http, admin.tokens().accessToken(), admin.tokens().organisation());
            api.send("POST", "/api/v1/teams", "{\"name\": \"Exploitation\"}").expect(201);
            api.send(
                            "POST",
                            "/api/v1/invitations",
                            "{\"email\": \"a@example.com\", \"roles\": [\"VIEWER\"], \"teams\": []}")
                    .expect(201);
            var until = people.clock.instant().plus(Duration.ofDays(1));
            var key =
                    "{\"name\": \"k\", \"permissions\": [\"INVENTORY_READ\"], \"expiresAt\": \"%s\"}".formatted(until);
            api.send("POST", "/api/v1/api-keys", key).expect(201);
            api.send("POST", "/api/v1/auth/sign-in", "{}").expect(422, "field.required");
            for (Route route : routes(people)) {
                boolean plainRead = route.method().equals(HandlerType.GET)
                        && !route.path().contains("{")
                        && route.produces().equals("application/json");
                if (plainRead) api.get(route.path());
            }
        }
    }

    private static List<Route> routes(People people) {
        return people.routes.stream()
                .filter(route -> route.path().startsWith("/api/v1/"))
                .toList();
    }

    @DatabaseTest
    void theDocumentAndItsPageAreServedToAnybody(Database db) {
        try (var server = new RestServer(db)) {
            assertEquals(
                    document.json,
                    server.nobody().get("/api/v1/openapi.json").expect(200).json());
            var page = server.page("/api/docs");
            assertEquals(200, page.statusCode());
            assertTrue(page.headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("")
                    .contains("script-src 'self'"));
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
        return operation
                .get("responses")
                .propertyStream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
