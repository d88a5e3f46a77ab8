package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Member;
import cadran.model.organisations.Role;
import cadran.model.organisations.Team;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A view is one person's, a team's or everybody's, and says so itself. */
class SavedViewTest {
    private static final String VIEWS = "/api/v1/saved-views";

    private static HttpResponse<String> make(SignedIn who, String name, UUID seenBy) {
        return who.post(
                VIEWS,
                Map.of("name", name, "ofList", "did", "filterLine", "status:available", "seenBy", seenBy.toString()));
    }

    private static String id(HttpResponse<String> made) {
        assertEquals(201, made.statusCode(), made.body());
        return Json.MAPPER.readTree(made.body()).get("id").stringValue();
    }

    private static String code(HttpResponse<String> refused) {
        return Json.MAPPER.readTree(refused.body()).get("code").stringValue();
    }

    private static void assertSees(boolean sees, SignedIn who, String view) {
        assertEquals(sees ? 200 : 404, who.get(VIEWS + "/" + view).statusCode());
        assertEquals(sees, who.get("/api/v1/sync/changes?cursor=0").body().contains(view));
    }

    @DatabaseTest
    void whatIsOnesOwnNobodyElseSees(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Vues");
            var reader = people.member(admin, Role.VIEWER);
            var view = id(make(reader, "Libres", reader.tokens().user()));
            assertSees(true, reader, view);
            assertSees(false, admin, view);
            assertEquals(
                    404, admin.patch(VIEWS + "/" + view, Map.of("name", "Vu")).statusCode());
            assertEquals(
                    200,
                    reader.patch(VIEWS + "/" + view, Map.of("name", "À moi")).statusCode());
        }
    }

    @DatabaseTest
    void whatOthersSeeNeedsTheRightToWrite(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Vues");
            var reader = people.member(admin, Role.VIEWER);
            var everybody = admin.tokens().organisation();
            var refused = make(reader, "Pour tous", everybody);
            assertEquals(403, refused.statusCode(), refused.body());
            var view = id(make(admin, "Pour tous", everybody));
            assertSees(true, reader, view);
            assertEquals(
                    403,
                    reader.patch(VIEWS + "/" + view, Map.of("name", "Pris")).statusCode());
            assertEquals(403, reader.delete(VIEWS + "/" + view, "*").statusCode());
            assertEquals(
                    200,
                    admin.patch(VIEWS + "/" + view, Map.of("name", "Libres")).statusCode());
        }
    }

    @DatabaseTest
    void aTeamsViewIsItsMembers(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Vues");
            var inside = people.member(admin, Role.TELECOM);
            var outside = people.member(admin, Role.TELECOM);
            var team = People.read(admin.post("/api/v1/teams", new Team.Request("Nord")), Team.class);
            assertEquals(
                    200,
                    admin.patch("/api/v1/users/" + inside.tokens().user(), new Member.Patch(null, List.of(team.id())))
                            .statusCode());
            var view = id(make(inside, "Nord", team.id()));
            assertSees(true, inside, view);
            assertSees(false, outside, view);
            assertTrue(inside.get("/api/v1/users/me").body().contains("\"name\":\"Nord\""));
            assertEquals("audience.unknown", code(make(outside, "Nord", team.id())));
        }
    }

    @DatabaseTest
    void nobodyMakesOneForSomebodyElseOrMovesIt(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Vues");
            var other = people.member(admin, Role.TELECOM);
            assertEquals(
                    "audience.unknown",
                    code(make(admin, "Pour lui", other.tokens().user())));
            assertEquals("audience.unknown", code(make(admin, "Pour personne", UUID.randomUUID())));
            var odd = admin.post(VIEWS, Map.of("name", "x", "ofList", "did", "seenBy", "1-1-1-1-1"));
            assertEquals("audience.unknown", code(odd));
            var view = id(make(admin, "À moi", admin.tokens().user()));
            var moved = admin.patch(
                    VIEWS + "/" + view,
                    Map.of("seenBy", admin.tokens().organisation().toString()));
            assertEquals("field.immutable", code(moved));
            assertFalse(other.get(VIEWS).body().contains(view));
        }
    }
}
