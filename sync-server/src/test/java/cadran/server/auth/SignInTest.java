package cadran.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.auth.SignInAnswer;
import cadran.model.organisations.Role;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import java.util.Locale;
import java.util.UUID;

class SignInTest {
    @DatabaseTest
    void whoIsInOneOrganisationGetsTokens(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Seule");
            var again = people.signIn(admin.email().toUpperCase(Locale.ROOT), null, People.device());
            assertEquals(admin.tokens().organisation(), again.tokens().organisation());
            assertEquals(200, again.get("/api/v1/users/me").statusCode());
        }
    }

    @DatabaseTest
    void whoIsInSeveralChoosesAfterThePassword(Database db) {
        try (var people = new People(db)) {
            var first = people.organisation("Alpha");
            var second = people.organisation("Beta");
            var device = People.device();
            people.accept(people.invite(second, first.email(), Role.VIEWER), device);

            var answer =
                    People.read(people.trySignIn(first.email(), People.PASSWORD, null, device), SignInAnswer.class);
            assertNull(answer.tokens());
            assertEquals(2, answer.organisations().size());
            assertEquals("Alpha", answer.organisations().getFirst().name());
            var chosen = people.signIn(first.email(), second.tokens().organisation(), device);
            assertEquals(second.tokens().organisation(), chosen.tokens().organisation());

            var wrong = people.trySignIn(first.email(), "wrong password!", null, device);
            assertEquals("auth.failed", People.code(wrong));
            assertTrue(!wrong.body().contains("Alpha"));
        }
    }

    /** Counted and not timed: a clock in a test proves nothing, the number of Argon2 computations does. */
    @DatabaseTest
    void everyFailureCostsOneComputationAndSaysTheSame(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Uniforme");
            var gone = people.member(admin, Role.VIEWER);
            admin.post("/api/v1/users/" + gone.tokens().user() + "/deactivate", null);

            record Try(String what, String email, String password) {}
            var tries = java.util.List.of(
                    new Try("unknown account", "nobody-" + UUID.randomUUID() + "@example.com", People.PASSWORD),
                    new Try("wrong password", admin.email(), "wrong password!"),
                    new Try("deactivated member", gone.email(), People.PASSWORD),
                    new Try("local account", "local", People.PASSWORD),
                    new Try("not an email", "   ", People.PASSWORD),
                    new Try("endless password", admin.email(), "x".repeat(100_000)));
            for (Try each : tries) {
                long before = people.identity.hasher().computations();
                var answer = people.trySignIn(each.email(), each.password(), null, People.device());
                assertEquals(401, answer.statusCode(), each.what());
                assertEquals("auth.failed", People.code(answer), each.what());
                assertEquals(1, people.identity.hasher().computations() - before, each.what());
            }
        }
    }

    @DatabaseTest
    void anAccentTypedInTwoPartsIsTheSamePassword(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Accents");
            var made = people.invite(admin, "e-" + UUID.randomUUID() + "@example.com", Role.VIEWER);
            var composed = "mot de passe \u00e9t\u00e9";
            var accepted =
                    people.post("/api/v1/auth/accept", People.acceptance(made.code(), composed, People.device()));
            assertEquals(201, accepted.statusCode(), accepted.body());
            var decomposed = "mot de passe e\u0301te\u0301";
            var answer = people.trySignIn(made.invitation().email(), decomposed, null, People.device());
            assertNotNull(People.read(answer, SignInAnswer.class).tokens());
        }
    }

    @DatabaseTest
    void aSuspendedOrganisationClosesAtOnceAndOpensAgain(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Suspendue");
            var operator = people.operator();
            var path = "/api/v1/organisations/" + admin.tokens().organisation();
            assertEquals(200, operator.post(path + "/suspend", null).statusCode());
            var refused = admin.get("/api/v1/users/me");
            assertEquals(403, refused.statusCode());
            assertEquals("right.organisation_suspended", People.code(refused));
            var signIn = people.trySignIn(admin.email(), People.PASSWORD, null, People.device());
            assertEquals("right.organisation_suspended", People.code(signIn));
            var refresh = people.post(
                    "/api/v1/auth/refresh",
                    new cadran.model.auth.RefreshRequest(admin.tokens().refreshToken()));
            assertEquals(403, refresh.statusCode());

            assertEquals(200, operator.post(path + "/resume", null).statusCode());
            assertEquals(200, admin.get("/api/v1/users/me").statusCode());
        }
    }
}
