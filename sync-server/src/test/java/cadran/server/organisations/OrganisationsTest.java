package cadran.server.organisations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Organisation;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Role;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

class OrganisationsTest {
    private static Organisation.Request company(@Nullable String siret, @Nullable String vat, String zone) {
        return new Organisation.Request(
                new Registration(OrganisationKind.B2B, " Exemple SA ", siret, vat), zone, "chief@example.com");
    }

    @DatabaseTest
    void aCompanyIsRegisteredByItsSiretAndVatNumber(Database db) {
        try (var people = new People(db)) {
            var operator = people.operator();
            var answer = operator.post(
                    "/api/v1/organisations", company("732 829 320 00074", "fr 44 732829320", "Europe/Paris"));
            assertEquals(201, answer.statusCode(), answer.body());
            var made = People.read(answer, Organisation.Made.class);
            assertEquals("Exemple SA", made.organisation().name());
            assertEquals("73282932000074", made.organisation().siret());
            assertEquals("FR44732829320", made.organisation().vatNumber());
            assertEquals(List.of(Role.ADMIN), made.invitation().invitation().roles());

            record Wrong(Organisation.Request request, String field) {}
            for (Wrong wrong : List.of(
                    new Wrong(company("73282932000075", "FR44732829320", "Europe/Paris"), "siret"),
                    new Wrong(company(null, "FR44732829320", "Europe/Paris"), "siret"),
                    new Wrong(company("73282932000074", null, "Europe/Paris"), "vatNumber"),
                    new Wrong(company("73282932000074", "FR44732829320", "Europe/Lutece"), "timeZone"))) {
                var refused = operator.post("/api/v1/organisations", wrong.request());
                assertEquals(422, refused.statusCode());
                assertTrue(refused.body().contains("\"field\":\"" + wrong.field()), refused.body());
            }
        }
    }

    @DatabaseTest
    void onlyOperatorsSeeOtherOrganisations(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Discrète");
            var other = people.organisation("Autre");
            assertEquals(403, admin.get("/api/v1/organisations").statusCode());
            assertEquals(
                    403,
                    admin.get("/api/v1/organisations/" + other.tokens().organisation())
                            .statusCode());
            assertEquals(
                    404,
                    people.operator()
                            .get("/api/v1/organisations/" + UUID.randomUUID())
                            .statusCode());
            assertTrue(people.operator().get("/api/v1/organisations").body().contains("Discrète"));
        }
    }

    @DatabaseTest
    void theOperatorsOwnOrganisationIsNotSuspended(Database db) {
        try (var people = new People(db)) {
            var operator = people.operator();
            var refused =
                    operator.post("/api/v1/organisations/" + operator.tokens().organisation() + "/suspend", null);
            assertEquals("organisation.own", People.code(refused));
        }
    }

    @DatabaseTest
    void anAdministratorNamesTheOrganisationAndItsTimeZone(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Avant");
            var viewer = people.member(admin, Role.VIEWER);
            var patch = new Organisation.Patch("Après", "Indian/Reunion");
            assertEquals(403, viewer.patch("/api/v1/organisation", patch).statusCode());
            assertEquals(428, admin.patch("/api/v1/organisation", null, patch).statusCode());
            var renamed = admin.patch("/api/v1/organisation", "\"1\"", patch);
            assertEquals(200, renamed.statusCode(), renamed.body());
            assertEquals("\"2\"", renamed.headers().firstValue("ETag").orElse(""));
            assertEquals(
                    412, admin.patch("/api/v1/organisation", "\"1\"", patch).statusCode());
            var me = viewer.get("/api/v1/users/me").body();
            assertTrue(me.contains("Après") && me.contains("Indian/Reunion"), me);
            var offset = admin.patch("/api/v1/organisation", new Organisation.Patch(null, "+02:00"));
            assertEquals("field.unknown_code", People.code(offset));
        }
    }

    @DatabaseTest
    void whatHappensIsAuditedWithoutSecretsAndTheChainHolds(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Journal");
            var made = people.invite(admin, "j-" + UUID.randomUUID() + "@example.com", Role.TELECOM);
            var member = people.accept(made, People.device());
            admin.post("/api/v1/users/" + member.tokens().user() + "/deactivate", null);
            var actions = db.inOrganisation(
                    admin.organisation(),
                    tx -> tx.handle()
                            .createQuery("select action from audit_entry where org_id = :org order by seq")
                            .bind("org", tx.organisation().value())
                            .mapTo(String.class)
                            .list());
            assertEquals(
                    List.of(
                            "organisation.made",
                            "invitation.made",
                            "invitation.accepted",
                            "session.opened",
                            "invitation.made",
                            "invitation.accepted",
                            "session.opened",
                            "user.deactivated",
                            // What the others know of them.
                            "change"),
                    actions.stream().filter(action -> !action.equals("create")).toList());
            assertEquals("organisation.made", actions.getFirst(), "then its reference values");
            var details = db.inOrganisation(
                    admin.organisation(),
                    tx -> tx.handle()
                            .createQuery("select coalesce(details, '') from audit_entry where org_id = :org")
                            .bind("org", tx.organisation().value())
                            .mapTo(String.class)
                            .list()
                            .toString());
            assertFalse(details.contains(made.code()));
            assertFalse(details.contains(People.PASSWORD));
            assertTrue(details.contains("[\"ACTIVE\",\"DEACTIVATED\"]"), details);
            assertTrue(people.audit.verify(db, admin.organisation()).isEmpty());
        }
    }
}
