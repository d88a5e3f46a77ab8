package cadran.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Invitation;
import cadran.model.organisations.Member;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.server.db.Database;
import cadran.server.http.Access;
import cadran.server.http.Route;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks over {@link Routes}: each route, as each role and as nobody, with ids of another organisation. A route that is
 * added is tested without a word here; only its foreign ids are taught to {@link ForeignIds}.
 */
class RouteRightsTest {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static List<Route> guarded(People people) {
        return people.routes.stream()
                .filter(route -> !route.access().equals(Access.PUBLIC))
                .filter(route -> !route.produces().startsWith("text/event-stream"))
                .toList();
    }

    private static @Nullable Object body(Route route) {
        return WITH_BODY.contains(route.method().name()) ? Map.of() : null;
    }

    private static HttpResponse<String> send(People people, Route route, String path, String token) {
        return SignedIn.with(people.http, token, route.method().name(), path, body(route));
    }

    @DatabaseTest
    void nobodyGetsPastTheDoorWithoutAGoodToken(Database db) {
        try (var people = new People(db)) {
            var foreign = ForeignIds.of(people);
            var refresh = foreign.admin().tokens().refreshToken();
            for (Route route : guarded(people)) {
                var path = foreign.path(route);
                var anonymous = people.http.send(route.method().name(), path, "");
                assertEquals(401, anonymous.statusCode(), route.toString());
                assertEquals("auth.required", People.code(anonymous), route.toString());
                for (String token : List.of("x", "eyJhbGciOiJub25lIn0.e30.", "cdr_" + "0".repeat(32), refresh)) {
                    assertEquals(401, send(people, route, path, token).statusCode(), route.toString());
                }
            }
        }
    }

    @DatabaseTest
    void eachRoleMayWhatTheRouteSaysAndNothingOfOthers(Database db) {
        try (var people = new People(db)) {
            var foreign = ForeignIds.of(people);
            var admin = people.organisation("Eigen");
            var before = entriesOf(db, foreign);
            for (var member : membersByRole(people, admin).entrySet()) {
                for (Route route : guarded(people)) check(people, route, member.getKey(), member.getValue(), foreign);
            }
            assertEquals(before, entriesOf(db, foreign), "nothing happened in the other organisation");
        }
    }

    private static Map<Role, SignedIn> membersByRole(People people, SignedIn admin) {
        var members = new EnumMap<Role, SignedIn>(Role.class);
        for (Role role : Role.values()) {
            if (role != Role.OPERATOR) members.put(role, people.member(admin, role));
        }
        return members;
    }

    private static void check(People people, Route route, Role role, SignedIn member, ForeignIds foreign) {
        var what = role + " " + route;
        // Each with a session of its own, because one of the routes ends it.
        var here = people.signIn(member.email(), null, People.device());
        var answer = send(people, route, foreign.path(route), here.tokens().accessToken());
        assertFalse(answer.body().contains(foreign.mark()), what + " shows " + answer.body());
        boolean may = !(route.access() instanceof Access.Needs(Permission needed))
                || role.permissions().contains(needed);
        if (may) {
            assertNotEquals("right.missing", code(answer), what);
            assertTrue(answer.statusCode() < 500 && answer.statusCode() != 401, what + " " + answer.body());
            if (route.path().contains("{")) {
                boolean refused = Set.of(404, 400, 415, 422, 428).contains(answer.statusCode());
                assertTrue(refused, what + " " + answer.statusCode() + " " + answer.body());
            }
        } else {
            assertEquals(403, answer.statusCode(), what + " " + answer.body());
            assertEquals("right.missing", People.code(answer), what);
        }
    }

    private static String code(HttpResponse<String> answer) {
        return answer.statusCode() < 400 ? "" : People.code(answer);
    }

    /** Also with a body that no route takes: what is not there is not there, whatever is sent to it. */
    @DatabaseTest
    void aForeignIdInThePathIsNotFound(Database db) {
        try (var people = new People(db)) {
            var foreign = ForeignIds.of(people);
            var admin = people.organisation("Eigen");
            for (Route route : guarded(people)) {
                boolean platform = route.access().equals(Access.needs(Permission.PLATFORM_OPERATE));
                if (!route.path().contains("{") || platform) continue;
                var answer = sendNonsense(admin, route, foreign.path(route));
                var nobodys = foreign.path(route)
                        .replaceAll("[0-9a-f-]{36}", UUID.randomUUID().toString());
                var unknown = sendNonsense(admin, route, nobodys);
                assertEquals(unknown.body(), answer.body(), route.toString());
                assertEquals("row.not_found", People.code(answer), route.toString());
                assertEquals(404, answer.statusCode(), route.toString());
            }
        }
    }

    private static HttpResponse<String> sendNonsense(SignedIn who, Route route, String path) {
        var body = WITH_BODY.contains(route.method().name()) ? Map.of("nonsense", 1) : null;
        return who.send(route.method().name(), path, body);
    }

    @DatabaseTest
    void aForeignIdInABodyIsRefused(Database db) {
        try (var people = new People(db)) {
            var foreign = ForeignIds.of(people);
            var admin = people.organisation("Eigen");
            var member = people.member(admin, Role.TELECOM);
            var bodies = Map.of(
                    "PATCH /api/v1/users/" + member.tokens().user(),
                    new Member.Patch(null, List.of(foreign.team())),
                    "PATCH /api/v1/users/" + foreign.user(),
                    new Member.Patch(List.of(Role.VIEWER), null),
                    "PATCH /api/v1/teams/" + foreign.team(),
                    Map.of("name", "x"),
                    "POST /api/v1/invitations",
                    new Invitation.Request("x@example.com", List.of(Role.VIEWER), List.of(foreign.team())));
            bodies.forEach((line, body) -> {
                var words = line.split(" ", -1);
                var answer =
                        words[0].equals("PATCH") ? admin.patch(words[1], body) : admin.send(words[0], words[1], body);
                assertTrue(Set.of(404, 422).contains(answer.statusCode()), line + " " + answer.body());
                assertTrue(
                        Set.of("row.not_found", "reference.unknown").contains(People.code(answer)),
                        line + " " + answer.body());
                assertFalse(answer.body().contains(foreign.mark()), line);
            });
        }
    }

    private static long entriesOf(Database db, ForeignIds foreign) {
        return db.inOrganisation(
                foreign.admin().organisation(),
                tx -> tx.handle()
                        .createQuery("select count(*) from audit_entry where org_id = :org")
                        .bind("org", tx.organisation().value())
                        .mapTo(Long.class)
                        .one());
    }
}
