package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.UUID;

/** Whatever is sent, the answer is a problem with a code, and the document knows it. */
class RowErrorsTest {
    private static final String CARRIERS = "/api/v1/carriers";

    @DatabaseTest
    void aBodyThatIsNotAsItShouldBeIsRefusedWithAReason(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            api.send("POST", CARRIERS, "{\"code\": ").expect(400, "json.malformed");
            api.send("POST", CARRIERS, "{} {}").expect(400, "json.malformed");
            api.send("POST", CARRIERS, "[]").expect(400, "json.wrong_type");
            api.send("POST", CARRIERS, "{\"code\": \"A\", \"code\": \"B\"}").expect(400, "json.duplicate_property");
            api.send("POST", CARRIERS, "{\"code\": 1, \"name\": \"A\"}").expect(400, "json.wrong_type");
            api.send("POST", CARRIERS, "{\"code\": \"A\", \"name\": \"A\", \"active\": \"true\"}")
                    .expect(400, "json.wrong_type");
            api.send("POST", CARRIERS, "{\"code\": \"A\\u0000\", \"name\": \"A\"}")
                    .expect(400, "text.forbidden_character");
            api.send("POST", CARRIERS, "{\"code\": \"\\ud800\", \"name\": \"A\"}")
                    .expect(400, "text.forbidden_character");
            api.send("POST", CARRIERS, "{\"id\": \"1\", \"code\": \"A\", \"name\": \"A\"}")
                    .expect(400, "json.wrong_type");
            api.send("POST", CARRIERS, "{\"id\": 1, \"code\": \"A\", \"name\": \"A\"}")
                    .expect(400, "json.wrong_type");
            api.send("POST", CARRIERS, "{\"id\": null, \"code\": \"A\", \"name\": \"A\"}")
                    .expect(201);
            api.send("POST", CARRIERS, "[".repeat(1_000_000)).expect(400, "json.too_deep");
            api.send("POST", CARRIERS, "{\"code\": \"A\"}", "Content-Type", "text/plain")
                    .expect(415, "http.unsupported_media_type");
            api.send("POST", CARRIERS, "x".repeat(9 << 20)).expect(413, "http.body_too_large");
        }
    }

    @DatabaseTest
    void aPatchIsCheckedLikeACreation(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var row = api.send("POST", CARRIERS, "{\"code\": \"A\", \"name\": \"A\", \"contact\": \"x\"}")
                    .expect(201);
            var address = CARRIERS + "/" + row.id();
            api.patch(address, "*", "[]").expect(400, "json.wrong_type");
            api.patch(address, "*", "{\"id\": \"%s\"}".formatted(row.id())).expect(422, "field.unknown");
            api.patch(address, "*", "{\"version\": 1}").expect(422, "field.unknown");
            api.patch(address, "*", "{\"code\": null}").expect(422, "field.required");
            api.patch(address, "*", "{\"code\": \"  \"}").expect(422, "field.required");
            api.patch(address, "*", "{\"kind\": \"FAX\"}").expect(422, "field.unknown_code");
            assertTrue(api.patch(address, "*", "{\"contact\": null}")
                    .expect(200)
                    .json()
                    .get("contact")
                    .isNull());
            assertEquals("A", api.patch(address, "*", "{}").expect(200).text("code"));
        }
    }

    @DatabaseTest
    void pathsAndMethodsThatDoNotExistAreProblemsToo(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            api.get("/api/v1/none").expect(404, "http.not_found");
            api.get(CARRIERS + "/none").expect(404, "row.not_found");
            api.get(CARRIERS + "/" + UUID.randomUUID()).expect(404, "row.not_found");
            api.patch(CARRIERS + "/" + UUID.randomUUID(), "*", "{}").expect(404, "row.not_found");
            api.send("PUT", CARRIERS, "{}").expect(405, "http.method_not_allowed");
            api.send("DELETE", CARRIERS, "").expect(405, "http.method_not_allowed");
            api.get(CARRIERS, "Accept", "text/csv").expect(406, "http.not_acceptable");
        }
    }
}
