package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.numbers.Did;
import cadran.model.ownfields.OwnValue;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What numbers have in own fields, as third programs write it. */
class OwnValueApiTest {
    private static final String VALUES = "/api/v1/own-values";

    private static ObjectNode field(String name, String kind) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("kind", kind);
    }

    private static ObjectNode value(String number, String field) {
        return JsonNodeFactory.instance.objectNode().put("didId", number).put("fieldId", field);
    }

    @DatabaseTest
    void aValueHasItsPlaceAndGoesWithItsNumber(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var number = new SampleRows(api).create(Did.TYPE);
            var field = api.post("/api/v1/own-fields", field("Rang", "NUMBER")).expect(201);
            var body = value(number.id(), field.id()).put("numberValue", "7");
            var made = api.post(VALUES, body).expect(201);
            assertEquals(
                    OwnValue.place(UUID.fromString(number.id()), UUID.fromString(field.id()))
                            .toString(),
                    made.id());
            // A lost answer makes no second one, and another value is told where the first is.
            api.post(VALUES, body.deepCopy().put("id", made.id())).expect(200);
            var other =
                    api.post(VALUES, body.deepCopy().put("numberValue", "8")).expect(409, "row.duplicate");
            assertEquals(made.id(), other.json().at("/args/id").stringValue());
            api.patch(VALUES + "/" + made.id(), made.tag(), "{\"numberValue\": \"8\"}")
                    .expect(200);

            api.delete("/api/v1/numbers/" + number.id(), number.tag()).expect(204);
            api.get(VALUES + "/" + made.id()).expect(404);
        }
    }

    @DatabaseTest
    void aValueOfAnotherKindSaysWhatTheFieldTakes(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var number = new SampleRows(api).create(Did.TYPE);
            var rank = api.post("/api/v1/own-fields", field("Rang", "NUMBER")).expect(201);
            var body = value(number.id(), rank.id());
            var wrong = api.post(VALUES, body.deepCopy().put("textValue", "beaucoup"))
                    .expect(422, "own_value.other_kind");
            assertEquals("NUMBER", wrong.json().at("/args/kind").stringValue());
            api.post(VALUES, body.deepCopy().put("numberValue", "beaucoup")).expect(400);
            api.post(VALUES, body.deepCopy()).expect(422, "own_value.one_value");
            var level = api.post("/api/v1/own-fields", field("Niveau", "CHOICE").put("choices", "Or, Argent"))
                    .expect(201);
            api.post(VALUES, value(number.id(), level.id()).put("textValue", "Platine"))
                    .expect(422, "own_value.no_choice");
        }
    }
}
