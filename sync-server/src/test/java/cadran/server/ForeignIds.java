package cadran.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.organisations.ApiKey;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.organisations.Team;
import cadran.model.wire.Json;
import cadran.server.http.Route;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Another organisation with one row of everything, whose ids somebody might try. */
record ForeignIds(
        String mark, SignedIn admin, UUID user, UUID invitation, UUID team, UUID apiKey, Map<String, UUID> rows) {
    static ForeignIds of(People people) {
        var mark = "fremd-" + UUID.randomUUID();
        var admin = people.organisation(mark);
        var invited = people.invite(admin, mark + "@example.com", Role.TELECOM);
        var team = People.read(admin.post("/api/v1/teams", new Team.Request(mark)), Team.class);
        for (String table : List.of("customers", "clouds")) {
            var row = admin.post("/api/v1/" + table, Map.of("code", "F1", "name", mark, "active", true));
            assertEquals(201, row.statusCode(), row.body());
        }
        var key = new ApiKey.Request(
                mark, List.of(Permission.INVENTORY_READ), people.clock.instant().plus(Duration.ofDays(1)));
        var made = People.read(admin.post("/api/v1/api-keys", key), ApiKey.Made.class);
        return new ForeignIds(
                mark,
                admin,
                admin.tokens().user(),
                invited.invitation().id(),
                team.id(),
                made.key().id(),
                new HashMap<>());
    }

    /** The route's path with ids of this organisation; where it has none of that kind, one that nobody has. */
    String path(Route route) {
        var path = route.path();
        var known = Map.of(
                "/api/v1/users/", user,
                "/api/v1/invitations/", invitation,
                "/api/v1/teams/", team,
                "/api/v1/api-keys/", apiKey,
                "/api/v1/organisations/", admin.tokens().organisation(),
                "/api/v1/auth/sessions/", admin.tokens().session());
        var id = known.entrySet().stream()
                .filter(each -> path.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> firstRow(path));
        return path.replace("{id}", id.toString())
                .replace("{session}", admin.tokens().session().toString());
    }

    /** Of a table; most begin with reference values. */
    private UUID firstRow(String path) {
        if (!path.contains("{id}")) return UUID.randomUUID();
        return rows.computeIfAbsent(path.substring(0, path.indexOf("/{id}")), collection -> {
            var first = Json.MAPPER
                    .readTree(admin.get(collection).body())
                    .path("items")
                    .path(0)
                    .path("id");
            return first.isString() ? UUID.fromString(first.stringValue()) : UUID.randomUUID();
        });
    }
}
