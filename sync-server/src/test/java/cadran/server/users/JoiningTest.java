package cadran.server.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.auth.AcceptRequest;
import cadran.model.auth.CodeRequest;
import cadran.model.auth.Consent;
import cadran.model.auth.ConsentDocument;
import cadran.model.auth.InvitationOffer;
import cadran.model.auth.Me;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Role;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

class JoiningTest {
    private static String email() {
        return "e-" + UUID.randomUUID() + "@example.com";
    }

    private static String tryAccept(People people, String code, String password) {
        return People.code(people.post("/api/v1/auth/accept", People.acceptance(code, password, People.device())));
    }

    @DatabaseTest
    void aCodeMakesAMemberOnce(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Invitante");
            var made = people.invite(admin, email(), Role.TELECOM, Role.APPROVER);
            var offer = People.read(
                    people.post("/api/v1/auth/invitation", new CodeRequest(made.code())), InvitationOffer.class);
            assertEquals(new InvitationOffer("Invitante", made.invitation().email(), false), offer);
            var member = people.accept(made, People.device());
            assertEquals(200, member.get("/api/v1/users/me").statusCode());
            assertEquals("code.unknown", tryAccept(people, made.code(), People.PASSWORD));
            assertFalse(admin.get("/api/v1/invitations")
                    .body()
                    .contains(made.invitation().email()));
        }
    }

    @DatabaseTest
    void aCodeThatExpiredOrWasWithdrawnOrReplacedMakesNobody(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Codes");
            var expired = people.invite(admin, email(), Role.VIEWER);
            people.clock.advance(Duration.ofDays(7));
            admin = people.signIn(admin.email(), null, admin.device());
            assertEquals("code.unknown", tryAccept(people, expired.code(), People.PASSWORD));

            var withdrawn = people.invite(admin, email(), Role.VIEWER);
            assertEquals(
                    204,
                    admin.delete("/api/v1/invitations/" + withdrawn.invitation().id())
                            .statusCode());
            assertEquals("code.unknown", tryAccept(people, withdrawn.code(), People.PASSWORD));

            var address = email();
            var replaced = people.invite(admin, address, Role.VIEWER);
            people.invite(admin, address, Role.TELECOM);
            assertEquals("code.unknown", tryAccept(people, replaced.code(), People.PASSWORD));
        }
    }

    @DatabaseTest
    void whoHasAnAccountKeepsItsPasswordAndProvesIt(Database db) {
        try (var people = new People(db)) {
            var ours = people.organisation("Première");
            var theirs = people.organisation("Seconde");
            var made = people.invite(theirs, ours.email(), Role.VIEWER);
            var offer = People.read(
                    people.post("/api/v1/auth/invitation", new CodeRequest(made.code())), InvitationOffer.class);
            assertTrue(offer.hasAccount());
            assertEquals("auth.failed", tryAccept(people, made.code(), "a password of the thief"));
            var joined = people.accept(made, People.device());
            assertEquals(ours.tokens().user(), joined.tokens().user());
            assertEquals(200, ours.get("/api/v1/users/me").statusCode(), "the session elsewhere goes on");
        }
    }

    @DatabaseTest
    void whoCameBackWithANewInvitationHasItsRoles(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Retour");
            var member = people.member(admin, Role.TELECOM);
            assertEquals(
                    "user.already_member",
                    People.code(admin.post(
                            "/api/v1/invitations",
                            new Invitation.Request(member.email(), List.of(Role.CEO), List.of()))));
            admin.post("/api/v1/users/" + member.tokens().user() + "/deactivate", null);
            var back = people.accept(people.invite(admin, member.email(), Role.CEO), People.device());
            assertTrue(back.get("/api/v1/users/me").body().contains("\"CEO\""));
        }
    }

    @DatabaseTest
    void thereIsNoAccountWithoutTheRequiredConsents(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Accord");
            var made = people.invite(admin, email(), Role.VIEWER);
            var onlyTerms = List.of(new Consent(ConsentDocument.TERMS, "2026-11", true));
            var refused = people.post(
                    "/api/v1/auth/accept",
                    new AcceptRequest(made.code(), "Marie", "fr", People.PASSWORD, onlyTerms, People.device()));
            assertEquals("consent.required", People.code(refused));
            var member = people.accept(made, People.device());
            people.clock.advance(Duration.ofSeconds(1));
            var changedMind = new Consent(ConsentDocument.MARKETING, "2026-11", true);
            assertEquals(
                    204, member.post("/api/v1/users/me/consents", changedMind).statusCode());
            var rows = db.inPlatform(handle -> handle.createQuery("""
                            select document, granted, version, address from consent where user_id = :user
                            order by at, id
                            """)
                    .bind("user", member.tokens().user())
                    .map((row, context) -> row.getString(1) + row.getBoolean(2) + row.getString(3) + row.getString(4))
                    .list());
            assertEquals(4, rows.size());
            assertTrue(rows.contains("TERMStrue2026-11127.0.0.1"), rows.toString());
            assertEquals("MARKETINGtrue2026-11127.0.0.1", rows.getLast());
            var me = People.read(member.get("/api/v1/users/me"), Me.class);
            assertEquals(changedMind, me.consents().getLast());
        }
    }

    @DatabaseTest
    void whatIsTypedWrongIsNamed(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Saisies");
            record Wrong(String email, List<Role> roles, List<UUID> teams, String code) {}
            for (Wrong wrong : List.of(
                    new Wrong("not an email", List.of(Role.VIEWER), List.of(), "email.format"),
                    new Wrong("a@b", List.of(Role.VIEWER), List.of(), "email.format"),
                    new Wrong(email(), List.of(), List.of(), "field.required"),
                    new Wrong(email(), List.of(Role.OPERATOR), List.of(), "right.role_not_grantable"),
                    new Wrong(email(), List.of(Role.VIEWER), List.of(UUID.randomUUID()), "reference.unknown"))) {
                var answer = admin.post(
                        "/api/v1/invitations", new Invitation.Request(wrong.email(), wrong.roles(), wrong.teams()));
                assertEquals(wrong.code(), People.code(answer), wrong.toString());
            }
            var made = people.invite(admin, email(), Role.VIEWER);
            assertEquals("password.too_short", tryAccept(people, made.code(), "short"));
            assertEquals("field.too_long", tryAccept(people, made.code(), "x1 ?".repeat(51)));
            assertEquals(
                    "password.too_easy",
                    tryAccept(people, made.code(), made.invitation().email()));
            assertEquals("password.too_easy", tryAccept(people, made.code(), "aaaaaaaaaaaaaaaa"));
            people.accept(made, People.device());
        }
    }
}
