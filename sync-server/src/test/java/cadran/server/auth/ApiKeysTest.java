package cadran.server.auth;

import static cadran.model.organisations.Permission.API_KEYS_MANAGE;
import static cadran.model.organisations.Permission.INVENTORY_READ;
import static cadran.model.organisations.Permission.INVENTORY_WRITE;
import static cadran.model.organisations.Permission.PLATFORM_OPERATE;
import static cadran.model.organisations.Permission.USERS_MANAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.ApiKey;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Member;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.time.Duration;
import java.util.List;

class ApiKeysTest {
    private static ApiKey.Request request(People people, Permission... permissions) {
        return new ApiKey.Request(
                "Export", List.of(permissions), people.clock.instant().plus(Duration.ofDays(30)));
    }

    private static ApiKey.Made make(People people, SignedIn admin, Permission... permissions) {
        var answer = admin.post("/api/v1/api-keys", request(people, permissions));
        assertEquals(201, answer.statusCode(), answer.body());
        return People.read(answer, ApiKey.Made.class);
    }

    private static int status(People people, String key, String path) {
        return SignedIn.with(people.http, key, "GET", path, null).statusCode();
    }

    @DatabaseTest
    void aKeyOpensWhatItsRightsAllowAndNothingElse(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Clés");
            var key = make(people, admin, USERS_MANAGE).secret();
            assertTrue(key.startsWith("cdr_"), key);
            assertEquals(200, status(people, key, "/api/v1/users"));
            assertEquals(403, status(people, key, "/api/v1/api-keys"));
            assertEquals(403, status(people, key, "/api/v1/users/me"));
        }
    }

    @DatabaseTest
    void theSecretIsShownOnceAndNeverStored(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Une fois");
            var secret = make(people, admin, INVENTORY_READ).secret();
            var list = admin.get("/api/v1/api-keys").body();
            assertFalse(list.contains(secret.substring(secret.length() - 43)));
            var stored = db.inOrganisation(
                    admin.organisation(),
                    tx -> tx.handle()
                            .createQuery("select secret_hash from api_key where org_id = :org")
                            .bind("org", tx.organisation().value())
                            .mapTo(String.class)
                            .one());
            assertEquals(Secrets.hash(secret.substring(secret.length() - 43)), stored);
        }
    }

    @DatabaseTest
    void noKeyGetsMoreThanItsMakerHas(Database db) {
        try (var people = new People(db)) {
            var operator = people.operator();
            var refused = operator.post("/api/v1/api-keys", request(people, PLATFORM_OPERATE));
            assertEquals("right.not_yours", People.code(refused));
            var admin = people.organisation("Trop");
            assertEquals(
                    403,
                    admin.post("/api/v1/api-keys", request(people, PLATFORM_OPERATE))
                            .statusCode());
            assertEquals(422, admin.post("/api/v1/api-keys", request(people)).statusCode());
        }
    }

    /** Else a key with two rights could make itself one with all of them. */
    @DatabaseTest
    void aKeyMakesNoKeysAndNoAdministrators(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Échelle");
            var key = make(people, admin, API_KEYS_MANAGE, USERS_MANAGE).secret();
            var another = SignedIn.with(people.http, key, "POST", "/api/v1/api-keys", request(people, USERS_MANAGE));
            assertEquals("right.person_needed", People.code(another));
            var invitation = new Invitation.Request("friend@example.com", List.of(Role.ADMIN), List.of());
            var invited = SignedIn.with(people.http, key, "POST", "/api/v1/invitations", invitation);
            assertEquals("right.role_not_grantable", People.code(invited));
            var reset = SignedIn.with(
                    people.http, key, "POST", "/api/v1/users/" + admin.tokens().user() + "/reset", null);
            assertEquals("right.role_not_grantable", People.code(reset));
        }
    }

    @DatabaseTest
    void aKeyEndsWhenItIsRevokedWhenItExpiresAndWithItsMaker(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Fin");
            var second = people.member(admin, Role.ADMIN);
            var revoked = make(people, admin, USERS_MANAGE);
            var expires = make(people, admin, USERS_MANAGE);
            var makers = make(people, second, USERS_MANAGE);
            assertEquals(
                    204, admin.delete("/api/v1/api-keys/" + revoked.key().id()).statusCode());
            assertEquals(
                    404, admin.delete("/api/v1/api-keys/" + revoked.key().id()).statusCode());
            assertEquals(401, status(people, revoked.secret(), "/api/v1/users"));

            var demoted = new Member.Patch(List.of(Role.VIEWER), null);
            assertEquals(
                    200,
                    admin.patch("/api/v1/users/" + second.tokens().user(), demoted)
                            .statusCode());
            assertEquals(403, status(people, makers.secret(), "/api/v1/users"));
            admin.post("/api/v1/users/" + second.tokens().user() + "/deactivate", null);
            assertEquals(401, status(people, makers.secret(), "/api/v1/users"));

            assertEquals(200, status(people, expires.secret(), "/api/v1/users"));
            people.clock.advance(Duration.ofDays(30));
            assertEquals(401, status(people, expires.secret(), "/api/v1/users"));
        }
    }

    @DatabaseTest
    void anEndIsRequiredAndNotTooFar(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Bornes");
            for (var days : List.of(-1, 0, 732)) {
                var request = new ApiKey.Request(
                        "x", List.of(INVENTORY_READ), people.clock.instant().plus(Duration.ofDays(days)));
                assertEquals("field.out_of_range", People.code(admin.post("/api/v1/api-keys", request)));
            }
        }
    }

    @DatabaseTest
    void aForgedKeyOpensNothing(Database db) {
        try (var people = new People(db)) {
            var ours = people.organisation("Faux");
            var theirs = people.organisation("Autres");
            var key = make(people, ours, INVENTORY_READ, INVENTORY_WRITE, USERS_MANAGE)
                    .secret();
            var hex = theirs.tokens().organisation().toString().replace("-", "");
            var forgeries = List.of(
                    key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A"),
                    "cdr_" + hex + key.substring(36),
                    "cdr_",
                    "cdrr" + key.substring(3),
                    key + "A",
                    key.replaceAll("_.{43}$", "_" + "A".repeat(43)));
            for (String forged : forgeries) assertEquals(401, status(people, forged, "/api/v1/users"), forged);
            assertEquals(200, status(people, key, "/api/v1/users"));
        }
    }

    @DatabaseTest
    void itsUseIsNoted(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Usage");
            var key = make(people, admin, USERS_MANAGE).secret();
            status(people, key, "/api/v1/users");
            var first = usedAt(admin);
            assertEquals(people.clock.instant().toString(), first);
            people.clock.advance(Duration.ofMinutes(6));
            admin = people.signIn(admin.email(), null, admin.device());
            status(people, key, "/api/v1/users");
            assertEquals(people.clock.instant().toString(), usedAt(admin));
        }
    }

    private static String usedAt(SignedIn admin) {
        return Json.MAPPER
                .readTree(admin.get("/api/v1/api-keys").body())
                .path("items")
                .path(0)
                .path("usedAt")
                .stringValue("");
    }
}
