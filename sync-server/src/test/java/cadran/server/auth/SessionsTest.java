package cadran.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.auth.PasswordChange;
import cadran.model.auth.RefreshRequest;
import cadran.model.auth.Tokens;
import cadran.model.organisations.Role;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

class SessionsTest {
    private static HttpResponse<String> refresh(People people, Tokens tokens) {
        return people.post("/api/v1/auth/refresh", new RefreshRequest(tokens.refreshToken()));
    }

    private static Tokens refreshed(People people, Tokens tokens) {
        var answer = refresh(people, tokens);
        assertEquals(200, answer.statusCode(), answer.body());
        return People.read(answer, Tokens.class);
    }

    private static void assertOver(People people, SignedIn who) {
        assertEquals(401, who.get("/api/v1/users/me").statusCode());
        assertEquals(401, refresh(people, who.tokens()).statusCode());
    }

    @DatabaseTest
    void eachRefreshGivesNewTokensOfTheSameSession(Database db) {
        try (var people = new People(db)) {
            var first = people.organisation("Rotation").tokens();
            var second = refreshed(people, first);
            var third = refreshed(people, second);
            assertNotEquals(first.refreshToken(), second.refreshToken());
            assertNotEquals(second.refreshToken(), third.refreshToken());
            assertEquals(first.session(), third.session());
        }
    }

    @DatabaseTest
    void anAnswerThatWasLostCanBeAskedForAgain(Database db) {
        try (var people = new People(db)) {
            var first = people.organisation("Perdue").tokens();
            refreshed(people, first);
            var received = refreshed(people, first);
            refreshed(people, refreshed(people, received));
        }
    }

    @DatabaseTest
    void aTokenThatComesBackAfterItsSuccessorWasUsedEndsTheSession(Database db) {
        try (var people = new People(db)) {
            var owner = people.organisation("Volée");
            var second = refreshed(people, owner.tokens());
            var third = refreshed(people, second);
            var answer = refresh(people, owner.tokens());
            assertEquals("auth.token_reused", People.code(answer));
            assertEquals(401, refresh(people, third).statusCode());
            assertEquals(401, owner.with(third).get("/api/v1/users/me").statusCode());
            assertAudited(db, owner, "session.reuse_detected");
        }
    }

    /** A thief who refreshes in the owner's shadow is found out by whichever of the two comes next. */
    @DatabaseTest
    void aCopyThatWasUsedBesideTheOwnersIsFoundOut(Database db) {
        try (var people = new People(db)) {
            var stolen = people.organisation("Copie").tokens();
            var owners = refreshed(people, stolen);
            var thiefs = refreshed(people, stolen);
            refreshed(people, owners);
            assertEquals("auth.token_reused", People.code(refresh(people, thiefs)));
        }
    }

    @DatabaseTest
    void refreshesThatCrossRaiseNoAlarmAndAllLeadOn(Database db) throws Exception {
        try (var people = new People(db);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tokens = people.organisation("Course").tokens();
            for (int round = 0; round < 5; round++) {
                var current = tokens;
                List<Callable<Tokens>> two =
                        List.of(() -> refreshed(people, current), () -> refreshed(people, current));
                var answers = new ArrayList<Tokens>();
                for (Future<Tokens> each : threads.invokeAll(two)) answers.add(each.get());
                tokens = answers.get(round % 2);
            }
            refreshed(people, tokens);
        }
    }

    /**
     * Whoever refreshes waits for the session's row and then sees what the one before left: here the successor of the
     * token was used meanwhile. Without the lock it would decide on what it read before, and set the session back.
     */
    @DatabaseTest
    void aRefreshDecidesOnWhatTheOneBeforeItLeft(Database db) throws Exception {
        try (var people = new People(db);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var owner = people.organisation("Verrou");
            refreshed(people, owner.tokens());
            var session = owner.tokens().session();
            var crossing = db.inOrganisation(owner.organisation(), tx -> {
                assertTrue(new SessionStore().lock(tx, session).isPresent());
                var other = threads.submit(() -> refresh(people, owner.tokens()));
                awaitSomebodyWaiting(db, tx);
                tx.handle()
                        .createUpdate("update session set generation = 2 where org_id = :org and id = :id")
                        .bind("org", tx.organisation().value())
                        .bind("id", session)
                        .execute();
                return other;
            });
            assertEquals("auth.token_reused", People.code(crossing.get(20, TimeUnit.SECONDS)));
        }
    }

    /** On H2 the other has not even begun: one transaction writes at a time. */
    private static void awaitSomebodyWaiting(Database db, Tx tx) {
        if (!db.toString().equals("PostgreSQL")) return;
        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        while (tx.handle()
                        .createQuery("select count(*) from pg_locks where not granted")
                        .mapTo(Long.class)
                        .one()
                == 0) {
            assertTrue(System.nanoTime() < end, "nobody waits for the session's row");
            LockSupport.parkNanos(5_000_000);
        }
    }

    @DatabaseTest
    void aWrongSecretForAKnownSessionEndsNothing(Database db) {
        try (var people = new People(db)) {
            var owner = people.organisation("Devinée");
            var forged = owner.tokens().refreshToken().replaceAll(".{43}$", "A".repeat(43));
            var answer = people.post("/api/v1/auth/refresh", new RefreshRequest(forged));
            assertEquals("auth.session_ended", People.code(answer));
            for (String nonsense : List.of(
                    "", "x", "cdrr_", "cdr_" + "0".repeat(32), owner.tokens().accessToken())) {
                assertEquals(
                        401,
                        people.post("/api/v1/auth/refresh", new RefreshRequest(nonsense))
                                .statusCode());
            }
            refreshed(people, owner.tokens());
        }
    }

    @DatabaseTest
    void aSessionThatWasSilentForTooLongIsOver(Database db) {
        try (var people = new People(db)) {
            var owner = people.organisation("Silence");
            people.clock.advance(Duration.ofDays(59));
            var next = refreshed(people, owner.tokens());
            people.clock.advance(Duration.ofDays(61));
            assertEquals("auth.session_ended", People.code(refresh(people, next)));
        }
    }

    @DatabaseTest
    void signingOutEndsTheSessionAtOnce(Database db) {
        try (var people = new People(db)) {
            var owner = people.organisation("Sortie");
            assertEquals(204, owner.post("/api/v1/auth/sign-out", null).statusCode());
            assertOver(people, owner);
        }
    }

    @DatabaseTest
    void aPersonSeesTheirDevicesAndSignsAnotherOneOut(Database db) {
        try (var people = new People(db)) {
            var here = people.organisation("Appareils");
            var there = people.signIn(here.email(), null, People.device());
            var list = Json.MAPPER
                    .readTree(here.get("/api/v1/auth/sessions").body())
                    .path("items");
            assertEquals(2, list.size());
            var current = list.valueStream()
                    .filter(each -> each.path("current").booleanValue())
                    .toList();
            assertEquals(1, current.size());
            assertEquals(
                    here.tokens().session().toString(),
                    current.getFirst().path("id").stringValue());
            assertEquals(
                    204,
                    here.delete("/api/v1/auth/sessions/" + there.tokens().session())
                            .statusCode());
            assertOver(people, there);
            assertEquals(
                    404,
                    here.delete("/api/v1/auth/sessions/" + there.tokens().session())
                            .statusCode());
        }
    }

    @DatabaseTest
    void signingInAgainOnADeviceReplacesItsSession(Database db) {
        try (var people = new People(db)) {
            var first = people.organisation("Encore");
            var second = people.signIn(first.email(), null, first.device());
            assertOver(people, first);
            assertEquals(200, second.get("/api/v1/users/me").statusCode());
        }
    }

    @DatabaseTest
    void anAdministratorSignsAMembersDeviceOut(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Appareil perdu");
            var member = people.member(admin, Role.TELECOM);
            var path = "/api/v1/users/" + member.tokens().user() + "/sessions";
            var list = Json.MAPPER.readTree(admin.get(path).body()).path("items");
            assertEquals("Poste de Marie", list.path(0).path("deviceName").stringValue());
            assertEquals(
                    204, admin.delete(path + "/" + member.tokens().session()).statusCode());
            assertOver(people, member);
        }
    }

    @DatabaseTest
    void aNewPasswordSignsAllOtherDevicesOut(Database db) {
        try (var people = new People(db)) {
            var here = people.organisation("Mot de passe");
            var there = people.signIn(here.email(), null, People.device());
            var wrong = here.post("/api/v1/auth/password", new PasswordChange("not the right one", "another long one"));
            assertEquals(422, wrong.statusCode());
            assertEquals("password.wrong", People.code(wrong));
            var answer = here.post("/api/v1/auth/password", new PasswordChange(People.PASSWORD, "another long one"));
            assertEquals(204, answer.statusCode(), answer.body());
            assertEquals(200, here.get("/api/v1/users/me").statusCode());
            refreshed(people, here.tokens());
            assertOver(people, there);
            assertEquals(
                    401,
                    people.trySignIn(here.email(), People.PASSWORD, null, People.device())
                            .statusCode());
            assertAudited(db, here, "user.password_replaced");
        }
    }

    @DatabaseTest
    void theAccessTokenLivesTenMinutes(Database db) {
        try (var people = new People(db)) {
            var owner = people.organisation("Minutes");
            people.clock.advance(Duration.ofSeconds(599));
            assertEquals(200, owner.get("/api/v1/users/me").statusCode());
            people.clock.advance(Duration.ofSeconds(1));
            assertEquals("auth.expired", People.code(owner.get("/api/v1/users/me")));
        }
    }

    /** A token that this server signed but whose claims don't belong together opens nothing. */
    @DatabaseTest
    void aSignedTokenWithClaimsOfAnotherOrganisationOrPurposeIsRefused(Database db) {
        try (var people = new People(db)) {
            var ours = people.organisation("Nous").tokens();
            var theirs = people.organisation("Eux").tokens();
            var mixed = List.of(
                    people.signer.sign(
                            "access",
                            Duration.ofMinutes(5),
                            claims(ours.user(), theirs.organisation(), ours.session())),
                    people.signer.sign(
                            "access",
                            Duration.ofMinutes(5),
                            claims(theirs.user(), ours.organisation(), ours.session())),
                    people.signer.sign("access", Duration.ofMinutes(5), Map.of("sub", "x")),
                    people.signer.sign(
                            "other", Duration.ofMinutes(5), claims(ours.user(), ours.organisation(), ours.session())));
            for (String token : mixed) {
                var answer = SignedIn.with(people.http, token, "GET", "/api/v1/users/me", null);
                assertEquals(401, answer.statusCode());
                assertTrue(People.code(answer).startsWith("auth."));
            }
            var good = people.signer.sign(
                    "access", Duration.ofMinutes(5), claims(ours.user(), ours.organisation(), ours.session()));
            assertEquals(
                    200,
                    SignedIn.with(people.http, good, "GET", "/api/v1/users/me", null)
                            .statusCode());
        }
    }

    private static Map<String, String> claims(Object user, Object organisation, Object session) {
        return Map.of("sub", user.toString(), "org", organisation.toString(), "sid", session.toString());
    }

    static void assertAudited(Database db, SignedIn who, String action) {
        long count = db.inOrganisation(
                who.organisation(),
                tx -> tx.handle()
                        .createQuery("select count(*) from audit_entry where org_id = :org and action = :action")
                        .bind("org", tx.organisation().value())
                        .bind("action", action)
                        .mapTo(Long.class)
                        .one());
        assertTrue(count > 0, action);
    }
}
