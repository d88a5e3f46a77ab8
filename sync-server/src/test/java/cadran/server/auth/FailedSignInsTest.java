package cadran.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.auth.RefreshRequest;
import cadran.model.organisations.Role;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.time.Duration;
import java.util.List;

class FailedSignInsTest {
    private static List<String> told(Database db, SignedIn who, String action) {
        return db.inOrganisation(
                who.organisation(),
                tx -> tx.handle()
                        .createQuery(
                                "select details from audit_entry where org_id = :org and action = :action order by seq")
                        .bind("org", tx.organisation().value())
                        .bind("action", action)
                        .mapTo(String.class)
                        .list());
    }

    private static void fail(People people, String email, int times) {
        for (int i = 0; i < times; i++) {
            var answer = people.trySignIn(email, "not the password", null, People.device());
            assertEquals(401, answer.statusCode(), answer.body());
            people.clock.advance(Duration.ofMinutes(16));
        }
    }

    private static double counted(People people, String code) {
        return people.metrics
                .counter("cadran.auth.refused", "at", "password", "code", code)
                .count();
    }

    @DatabaseTest
    void wrongPasswordsAreToldInEveryOrganisationOfTheAccountAtEachDoubling(Database db) {
        SignedIn first;
        SignedIn second;
        try (var people = new People(db)) {
            first = people.organisation("Visée");
            second = people.organisation("Aussi");
            people.accept(people.invite(second, first.email(), Role.VIEWER), People.device());
            fail(people, first.email(), 9);
            assertEquals(9, counted(people, "auth.failed"));
        }
        for (var admin : List.of(first, second)) {
            var told = told(db, admin, "sign_in.failed");
            assertEquals(4, told.size(), "at 1, 2, 4 and 8 failures: " + told);
            assertTrue(told.get(3).contains("\"failures\":[null,8]"), told.get(3));
            assertTrue(told.get(3).contains("\"blockedSeconds\":[null,4]"), told.get(3));
            assertTrue(told.get(3).contains("127.0.0.1"), told.get(3));
            assertFalse(told.toString().contains("not the password"));
        }
    }

    @DatabaseTest
    void anUnknownAccountIsOnlyCounted(Database db) {
        try (var people = new People(db)) {
            fail(people, "nobody@example.com", 3);
            assertEquals(3, counted(people, "auth.failed"));
        }
    }

    @DatabaseTest
    void whoMustWaitIsCountedAndFillsNoLog(Database db) {
        SignedIn admin;
        try (var people = new People(db)) {
            admin = people.organisation("Attente");
            for (int i = 0; i < 40; i++) people.trySignIn(admin.email(), "not the password", null, People.device());
            assertEquals(34, counted(people, "limit.sign_in"));
        }
        assertEquals(3, told(db, admin, "sign_in.failed").size());
    }

    @DatabaseTest
    void aTokenThatIsRenewedAgainAndAgainIsToldOnce(Database db) {
        try (var people = new People(db)) {
            var owner = people.organisation("Copies");
            var request = new RefreshRequest(owner.tokens().refreshToken());
            for (int i = 0; i < 30; i++) people.post("/api/v1/auth/refresh", request);
            assertEquals(429, people.post("/api/v1/auth/refresh", request).statusCode());
            assertEquals(1, told(db, owner, "session.refresh_limited").size());
            assertTrue(people.metrics
                            .counter("cadran.auth.refused", "at", "refresh", "code", "limit.sign_in")
                            .count()
                    > 1);
        }
    }
}
