package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Role;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.net.http.HttpResponse;
import java.util.Map;

/** An organisation's rules of use: administrators write them, everybody else reads them. */
class UsageRuleTest {
    private static final String RULES = "/api/v1/usage-rules";

    private static HttpResponse<String> make(SignedIn who, String replaces, String from, String until) {
        return who.post(
                RULES,
                Map.of(
                        "replaces",
                        replaces,
                        "verdict",
                        "ALLOWED",
                        "needsMandate",
                        false,
                        "trust",
                        "PRIMARY",
                        "validFrom",
                        from,
                        "validUntil",
                        until,
                        "source",
                        "Arcep",
                        "active",
                        true));
    }

    private static String code(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body()).get("code").stringValue();
    }

    @DatabaseTest
    void onlyAdministratorsWriteRulesAndOthersReadThem(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Règles");
            var made = make(admin, "mobile-voice", "2027-01-01", "2027-12-31");
            assertEquals(201, made.statusCode(), made.body());
            var rule = RULES + "/" + Json.MAPPER.readTree(made.body()).get("id").stringValue();
            for (var role : new Role[] {Role.TELECOM, Role.VIEWER}) {
                var reader = people.member(admin, role);
                assertEquals("right.missing", code(make(reader, "platform", "2027-01-01", "2027-12-31")));
                assertEquals(
                        403, reader.patch(rule, Map.of("verdict", "FORBIDDEN")).statusCode());
                assertEquals(403, reader.delete(rule, "*").statusCode());
                assertEquals(200, reader.get(rule).statusCode());
                assertTrue(reader.get("/api/v1/sync/changes?cursor=0").body().contains("mobile-voice"));
            }
            assertEquals(200, admin.patch(rule, Map.of("verdict", "FORBIDDEN")).statusCode());
        }
    }

    @DatabaseTest
    void aRuleOfTheProgramIsReplacedOnceAndItsDaysAreInOrder(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Règles");
            assertEquals("period.ends_before_it_starts", code(make(admin, "mobile-voice", "2027-01-02", "2027-01-01")));
            assertEquals(
                    201, make(admin, "mobile-voice", "2027-01-01", "2027-01-01").statusCode());
            assertEquals("row.duplicate", code(make(admin, "mobile-voice", "2028-01-01", "2028-12-31")));
        }
    }
}
