package cadran.server.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.auth.Me;
import cadran.model.auth.ResetRequest;
import cadran.model.organisations.Member;
import cadran.model.organisations.MemberState;
import cadran.model.organisations.ResetCode;
import cadran.model.organisations.Role;
import cadran.model.organisations.Team;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class MembersTest {
    private static String path(SignedIn who) {
        return "/api/v1/users/" + who.tokens().user();
    }

    private static Member.Patch roles(Role... roles) {
        return new Member.Patch(List.of(roles), null);
    }

    @DatabaseTest
    void aRoleThatIsGivenOrTakenCountsFromTheNextRequest(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Rôles");
            var member = people.member(admin, Role.VIEWER);
            assertEquals(403, member.get("/api/v1/users").statusCode());
            assertEquals(200, admin.patch(path(member), roles(Role.ADMIN)).statusCode());
            assertEquals(200, member.get("/api/v1/users").statusCode());
            assertEquals(
                    200,
                    admin.patch(path(member), roles(Role.CEO, Role.TELECOM)).statusCode());
            assertEquals(403, member.get("/api/v1/users").statusCode());
            var me = People.read(member.get("/api/v1/users/me"), Me.class);
            assertEquals(List.of(Role.CEO, Role.TELECOM), me.roles());
        }
    }

    @DatabaseTest
    void aChangeThatIsBasedOnAnOlderOneIsRefused(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Versions");
            var member = people.member(admin, Role.VIEWER);
            var missing = admin.patch(path(member), null, roles(Role.CEO));
            assertEquals(428, missing.statusCode(), missing.body());
            var seen = tag(admin.get(path(member)));
            var first = admin.patch(path(member), seen, roles(Role.CEO));
            assertEquals(200, first.statusCode(), first.body());
            var late = admin.patch(path(member), seen, roles(Role.TELECOM));
            assertEquals(412, late.statusCode());
            assertEquals("row.changed_by_other", People.code(late));
            var second = admin.patch(path(member), tag(first), roles(Role.TELECOM));
            assertEquals(200, second.statusCode(), second.body());
            assertEquals(
                    List.of(Role.TELECOM), People.read(second, Member.class).roles());
            admin.post(path(member) + "/deactivate", null);
            assertEquals(
                    412, admin.patch(path(member), tag(second), roles(Role.CEO)).statusCode());
        }
    }

    @DatabaseTest
    void aTeamIsRenamedByWhoSawItsName(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Équipes");
            var team = People.read(admin.post("/api/v1/teams", new Team.Request("Nord")), Team.class);
            var path = "/api/v1/teams/" + team.id();
            assertEquals(428, admin.patch(path, null, new Team.Request("Sud")).statusCode());
            var renamed = admin.patch(path, "\"1\"", new Team.Request("Sud"));
            assertEquals(200, renamed.statusCode(), renamed.body());
            assertEquals("\"2\"", tag(renamed));
            assertEquals(
                    412, admin.patch(path, "\"1\"", new Team.Request("Est")).statusCode());
        }
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @DatabaseTest
    void nobodyGrantsOperator(Database db) {
        try (var people = new People(db)) {
            var operator = people.operator();
            var admin = people.organisation("Exploitant");
            var member = people.member(admin, Role.VIEWER);
            assertEquals("right.role_not_grantable", People.code(admin.patch(path(member), roles(Role.OPERATOR))));
            var second = people.member(operator, Role.VIEWER);
            assertEquals("right.role_not_grantable", People.code(operator.patch(path(second), roles(Role.OPERATOR))));
        }
    }

    @DatabaseTest
    void theLastAdministratorStays(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Dernier");
            assertEquals("user.last_admin", People.code(admin.patch(path(admin), roles(Role.VIEWER))));
            assertEquals("user.last_admin", People.code(admin.post(path(admin) + "/deactivate", null)));
            var second = people.member(admin, Role.ADMIN);
            assertEquals(200, admin.patch(path(admin), roles(Role.VIEWER)).statusCode());
            assertEquals("user.last_admin", People.code(second.patch(path(second), roles(Role.CEO))));
        }
    }

    @DatabaseTest
    void twoAdministratorsWhoRemoveEachOtherAtOnceLeaveOne(Database db) throws Exception {
        try (var people = new People(db);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = people.organisation("Duel");
            var two = people.member(one, Role.ADMIN);
            List<Callable<Integer>> both = List.of(
                    () -> one.post(path(two) + "/deactivate", null).statusCode(),
                    () -> two.post(path(one) + "/deactivate", null).statusCode());
            int done = 0;
            for (var each : threads.invokeAll(both)) if (each.get() == 200) done++;
            assertEquals(1, done);
            boolean remains = db.inOrganisation(one.organisation(), new MemberStore()::hasActiveAdmin);
            assertTrue(remains);
        }
    }

    @DatabaseTest
    void aDeactivatedMemberIsOutAtOnceAndComesBackWithTheSameRoles(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Départ");
            var member = people.member(admin, Role.TELECOM);
            var gone = People.read(admin.post(path(member) + "/deactivate", null), Member.class);
            assertEquals(MemberState.DEACTIVATED, gone.state());
            assertEquals(401, member.get("/api/v1/users/me").statusCode());
            assertEquals(
                    401,
                    people.trySignIn(member.email(), People.PASSWORD, null, member.device())
                            .statusCode());
            var back = People.read(admin.post(path(member) + "/reactivate", null), Member.class);
            assertEquals(List.of(Role.TELECOM), back.roles());
            assertEquals(401, member.get("/api/v1/users/me").statusCode(), "the old session stays over");
            people.signIn(member.email(), null, member.device());
        }
    }

    @DatabaseTest
    void aResetCodeChoosesANewPasswordOnce(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Oubli");
            var member = people.member(admin, Role.TELECOM);
            var code = People.read(admin.post(path(member) + "/reset", null), ResetCode.class)
                    .code();
            assertEquals(
                    "password.too_short",
                    People.code(people.post("/api/v1/auth/reset", new ResetRequest(code, "short"))));
            var typed = code.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
            assertEquals(
                    204,
                    people.post("/api/v1/auth/reset", new ResetRequest(typed, "tout nouveau mot"))
                            .statusCode());
            assertEquals(
                    "code.unknown",
                    People.code(people.post("/api/v1/auth/reset", new ResetRequest(code, "tout nouveau mot"))));
            assertEquals(401, member.get("/api/v1/users/me").statusCode());
            assertEquals(
                    401,
                    people.trySignIn(member.email(), People.PASSWORD, null, member.device())
                            .statusCode());
            assertEquals(
                    200,
                    people.trySignIn(member.email(), "tout nouveau mot", null, member.device())
                            .statusCode());
        }
    }

    /** One password opens all of a person's organisations: the administrator of one must not choose it. */
    @DatabaseTest
    void anAdministratorCannotResetWhoIsElsewhereToo(Database db) {
        try (var people = new People(db)) {
            var ours = people.organisation("Ici");
            var theirs = people.organisation("Ailleurs");
            var member = people.member(ours, Role.TELECOM);
            var early = People.read(ours.post(path(member) + "/reset", null), ResetCode.class)
                    .code();
            people.accept(people.invite(theirs, member.email(), Role.ADMIN), People.device());

            assertEquals("user.in_other_organisations", People.code(ours.post(path(member) + "/reset", null)));
            assertEquals(
                    "code.unknown",
                    People.code(people.post("/api/v1/auth/reset", new ResetRequest(early, "tout nouveau mot"))));

            var operator = people.operator();
            var answer = operator.post("/api/v1/resets", new ResetCode.Request(member.email()));
            var code = People.read(answer, ResetCode.class).code();
            assertEquals(
                    204,
                    people.post("/api/v1/auth/reset", new ResetRequest(code, "tout nouveau mot"))
                            .statusCode());
        }
    }

    @DatabaseTest
    void anAdministratorHasNoPowerOverAnOperator(Database db) {
        try (var people = new People(db)) {
            var operator = people.operator();
            var admin = people.member(operator, Role.ADMIN);
            for (String action : List.of("/reset", "/deactivate")) {
                assertEquals("right.user_is_operator", People.code(admin.post(path(operator) + action, null)));
            }
        }
    }

    @DatabaseTest
    void membersOfOthersAreNotFound(Database db) {
        try (var people = new People(db)) {
            var ours = people.organisation("Nous");
            var theirs = people.organisation("Eux");
            assertEquals(404, ours.get(path(theirs)).statusCode());
            assertEquals(404, ours.patch(path(theirs), roles(Role.VIEWER)).statusCode());
            for (String action : List.of("/deactivate", "/reactivate", "/reset")) {
                assertEquals(404, ours.post(path(theirs) + action, null).statusCode());
            }
            assertEquals(404, ours.get(path(theirs) + "/sessions").statusCode());
            assertEquals(
                    404,
                    ours.delete(path(theirs) + "/sessions/" + theirs.tokens().session())
                            .statusCode());
            assertFalse(ours.get("/api/v1/users").body().contains(theirs.email()));
        }
    }

    @DatabaseTest
    void teamsAreOfTheOwnOrganisation(Database db) {
        try (var people = new People(db)) {
            var ours = people.organisation("Équipes");
            var theirs = people.organisation("Autres équipes");
            var member = people.member(ours, Role.TELECOM);
            var team = People.read(ours.post("/api/v1/teams", new Team.Request("Nord")), Team.class);
            var foreign = People.read(theirs.post("/api/v1/teams", new Team.Request("Nord")), Team.class);
            var refused = ours.patch(path(member), new Member.Patch(null, List.of(foreign.id())));
            assertEquals("reference.unknown", People.code(refused));
            assertEquals(404, ours.delete("/api/v1/teams/" + foreign.id()).statusCode());

            var joined =
                    People.read(ours.patch(path(member), new Member.Patch(null, List.of(team.id()))), Member.class);
            assertEquals(List.of(team.id()), joined.teams());
            assertEquals(List.of(Role.TELECOM), joined.roles());
            assertEquals("row.referenced", People.code(ours.delete("/api/v1/teams/" + team.id())));
            assertEquals("row.duplicate", People.code(ours.post("/api/v1/teams", new Team.Request(" nord "))));
            ours.patch(path(member), new Member.Patch(null, List.of()));
            assertEquals(204, ours.delete("/api/v1/teams/" + team.id()).statusCode());
            assertEquals(
                    404,
                    ours.patch("/api/v1/teams/" + UUID.randomUUID(), new Team.Request("x"))
                            .statusCode());
        }
    }

    /** The second net: whoever forgets the organisation in the SQL gets nothing, through the pool that the server uses. */
    @DatabaseTest
    void postgresShowsNobodyWithoutTheOrganisation(Database db) {
        try (var people = new People(db)) {
            var ours = people.organisation("Filet");
            var theirs = people.organisation("Autre filet");
            if (!db.toString().equals("PostgreSQL")) return;
            for (String table : List.of("membership", "session", "refresh_token", "invitation", "api_key", "team")) {
                long open = db.inPlatform(handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one());
                assertEquals(0, open, table);
            }
            long foreign = db.inOrganisation(
                    ours.organisation(),
                    tx -> tx.handle()
                            .createQuery("select count(*) from membership where org_id = :org")
                            .bind("org", theirs.organisation().value())
                            .mapTo(Long.class)
                            .one());
            assertEquals(0, foreign);
        }
    }
}
