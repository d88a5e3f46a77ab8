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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A row of a team is there for its members, at every door. */
class TeamAudienceTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    static void moveTo(Database db, SignedIn who, UUID row, UUID audience) {
        db.inOrganisation(who.organisation(), tx -> {
            for (String sql : List.of(
                    "update customer set audience = :audience where org_id = :org and id = :row",
                    "update change_log set audience = :audience where org_id = :org and row_id = :row")) {
                tx.handle()
                        .createUpdate(sql)
                        .bind("audience", audience)
                        .bind("org", tx.organisation().value())
                        .bind("row", row)
                        .execute();
            }
            return true;
        });
    }

    static void setTeams(SignedIn admin, SignedIn member, List<UUID> teams) {
        var answer = admin.patch("/api/v1/users/" + member.tokens().user(), new Member.Patch(null, teams));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static void assertSees(boolean sees, SignedIn who, UUID row) {
        var one = CUSTOMERS + "/" + row;
        assertEquals(sees ? 200 : 404, who.get(one).statusCode());
        assertEquals(sees, who.get(CUSTOMERS).body().contains(row.toString()));
        assertEquals(sees ? 200 : 404, who.patch(one, Map.of("name", "Vu")).statusCode());
        var page = who.get("/api/v1/sync/changes?cursor=0");
        assertEquals(200, page.statusCode());
        assertEquals(sees, page.body().contains(row.toString()));
    }

    @DatabaseTest
    void itsMembersSeeAndChangeItAndOthersDoNot(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Audiences");
            var inside = people.member(admin, Role.TELECOM);
            var outside = people.member(admin, Role.TELECOM);
            var team = People.read(admin.post("/api/v1/teams", new Team.Request("Nord")), Team.class);
            setTeams(admin, inside, List.of(team.id()));
            var made = admin.post(CUSTOMERS, Map.of("code", "C1", "name", "Client"));
            var row =
                    UUID.fromString(Json.MAPPER.readTree(made.body()).get("id").stringValue());
            moveTo(db, admin, row, team.id());

            assertSees(true, inside, row);
            assertSees(false, outside, row);
            setTeams(admin, inside, List.of());
            assertSees(false, inside, row);
        }
    }

    /** Rows come and go that did not change, so the client starts again from nothing. */
    @DatabaseTest
    void whoComesIntoATeamStartsAgain(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Reprise");
            var member = people.member(admin, Role.TELECOM);
            var head = Json.MAPPER
                    .readTree(member.get("/api/v1/sync/changes?cursor=0")
                            .body()
                            .lines()
                            .findFirst()
                            .orElseThrow())
                    .get("head");
            var next = "/api/v1/sync/changes?cursor=%s&feed=%s&hash=%s"
                    .formatted(
                            head.get("to").longValue(),
                            head.get("feed").stringValue(),
                            head.get("hash").stringValue());
            assertEquals(200, member.get(next).statusCode());
            var team = People.read(admin.post("/api/v1/teams", new Team.Request("Sud")), Team.class);
            setTeams(admin, member, List.of(team.id()));
            var answer = member.get(next);
            assertEquals(410, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("sync.cursor_expired"));
            assertFalse(answer.body().contains(team.id().toString()));
        }
    }
}
