package cadran.server.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Role;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Who is a member is known to all who read the inventory, and written by the server alone. */
class MemberNamesTest {
    private static Map<UUID, String> names(SignedIn who) {
        var names = new TreeMap<UUID, String>();
        Json.MAPPER
                .readTree(who.get("/api/v1/members").body())
                .get("items")
                .forEach(row -> names.put(
                        UUID.fromString(row.get("id").stringValue()),
                        row.get("name").stringValue() + (row.get("active").booleanValue() ? "" : " (left)")));
        return names;
    }

    @DatabaseTest
    void whoJoinsAndLeavesAndComesBackIsThere(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Durand et Fils");
            var viewer = people.member(admin, Role.VIEWER);
            var expected = new TreeMap<UUID, String>();
            expected.put(admin.tokens().user(), "Marie Curie");
            expected.put(viewer.tokens().user(), "Marie Curie");
            assertEquals(expected, names(viewer));

            assertEquals(
                    200,
                    admin.post("/api/v1/users/" + viewer.tokens().user() + "/deactivate", null)
                            .statusCode());
            expected.put(viewer.tokens().user(), "Marie Curie (left)");
            assertEquals(expected, names(admin));
            assertEquals(
                    200,
                    admin.post("/api/v1/users/" + viewer.tokens().user() + "/reactivate", null)
                            .statusCode());
            expected.put(viewer.tokens().user(), "Marie Curie");
            assertEquals(expected, names(admin));
            for (var method : List.of("POST", "PATCH", "DELETE")) {
                var path = "/api/v1/members"
                        + (method.equals("POST") ? "" : "/" + viewer.tokens().user());
                var answer = admin.send(method, path, Map.of("name", "Autre"));
                assertTrue(Set.of(404, 405).contains(answer.statusCode()), method + " " + answer.body());
            }
            assertEquals(expected, names(admin));
        }
    }
}
