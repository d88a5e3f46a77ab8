package cadran.server.rest;

import static cadran.server.rest.SampleRows.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.Schema;
import cadran.model.catalog.Carrier;
import cadran.model.numbers.Did;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;

/** What every table can do, made from the descriptors: a new table is tested the moment it is one. */
class RowCrudTest {
    @DatabaseTest
    void aRowIsCreatedReadChangedAndDeleted(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                var body = samples.body(type);
                var created = api.post(path(type), body).expect(201);
                assertEquals(
                        path(type) + "/" + created.id(),
                        created.headers().firstValue("Location").orElseThrow());
                assertEquals("\"1\"", created.tag());
                body.propertyStream()
                        .forEach(sent -> assertEquals(
                                sent.getValue(), created.json().get(sent.getKey()), type + " " + sent.getKey()));

                var address = path(type) + "/" + created.id();
                var read = api.get(address).expect(200);
                assertEquals(created.json(), read.json());
                api.get(address, "If-None-Match", read.tag()).expect(304);

                var text = SampleRows.descriptive(type);
                var patched = api.patch(address, read.tag(), "{\"%s\": \"  é  \"}".formatted(text.name()))
                        .expect(200);
                assertEquals("é", patched.text(text.name()));
                assertEquals("\"2\"", patched.tag());
                assertEquals(
                        patched.json(),
                        api.get(address, "If-None-Match", read.tag())
                                .expect(200)
                                .json());

                api.delete(address, patched.tag()).expect(204);
                api.get(address).expect(404, "row.not_found");
                api.delete(address, "*").expect(404, "row.not_found");
            }
        }
    }

    @DatabaseTest
    void aCreationSentAgainAfterALostAnswerMakesNoSecondRow(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                var body = samples.body(type).put("id", UUID.randomUUID().toString());
                var first = api.post(path(type), body).expect(201);
                var again = api.post(path(type), body).expect(200);
                assertEquals(first.json(), again.json());
                var other = body.deepCopy().put(SampleRows.descriptive(type).name(), "other");
                api.post(path(type), other).expect(409, "row.exists");
            }
        }
    }

    @DatabaseTest
    void onlyTheVersionThatWasReadIsChangedOrDeleted(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                var row = samples.create(type);
                var address = path(type) + "/" + row.id();
                var change = "{\"%s\": \"%s\"}"
                        .formatted(SampleRows.descriptive(type).name(), "x");
                api.send("PATCH", address, change).expect(428, "http.if_match_required");
                api.send("DELETE", address, "").expect(428, "http.if_match_required");
                api.patch(address, "\"7\"", change).expect(412, "row.changed_by_other");
                api.patch(address, "W/\"1\"", change).expect(412, "row.changed_by_other");
                api.delete(address, "\"7\"").expect(412, "row.changed_by_other");
                api.patch(address, "*", change).expect(200);
                var nothing = api.patch(address, "\"2\"", change).expect(200);
                assertEquals("\"2\"", nothing.tag(), "what changes nothing makes no version");
                api.delete(address, "\"1\"").expect(412, "row.changed_by_other");
                api.delete(address, "*").expect(204);
            }
        }
    }

    @DatabaseTest
    void whatIsReferredToIsNotDeletedAndTheAnswerSaysByWhat(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                for (var referrer : Schema.referrersTo(type)) {
                    if (type == Did.TYPE && referrer.type() == OwnValue.TYPE) {
                        // They go with their number.
                        continue;
                    }
                    var target = samples.create(type);
                    for (int i = 0; i < 2; i++) {
                        var body = samples.body(referrer.type())
                                .put(referrer.field().name(), target.id());
                        if (type == Carrier.TYPE && referrer.type() == Did.TYPE) {
                            // The sample account is at another one.
                            body.putNull("carrierAccountId");
                        }
                        api.post(path(referrer.type()), body).expect(201);
                    }
                    var refused =
                            api.delete(path(type) + "/" + target.id(), "*").expect(409, "row.referenced");
                    assertEquals(
                            referrer.type().name(),
                            refused.json().at("/args/by").stringValue());
                    assertEquals("2", refused.json().at("/args/count").stringValue());
                }
            }
        }
    }

    @DatabaseTest
    void aSecondRowWithTheSameKeyIsRefusedAndNamesTheFirst(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                if (!type.uniqueKeys().isEmpty()) {
                    var body = samples.body(type);
                    var first = api.post(path(type), body).expect(201);
                    var refused = api.post(path(type), body).expect(409, "row.duplicate");
                    assertEquals(first.id(), refused.json().at("/args/id").stringValue());
                }
            }
        }
    }

    @DatabaseTest
    void everyFieldIsHeldToItsDescriptor(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                for (Field field : type.fields()) {
                    var name = field.name();
                    var body = samples.body(type);
                    if (field.required()) {
                        var without = body.deepCopy().putNull(name);
                        assertEquals(
                                name,
                                api.post(path(type), without)
                                        .expect(422, "field.required")
                                        .text("field"));
                    }
                    var wrongType = body.deepCopy().set(name, JsonNodeFactory.instance.objectNode());
                    assertEquals(
                            name,
                            api.post(path(type), wrongType)
                                    .expect(400, "json.wrong_type")
                                    .text("field"));
                    if (field.kind() == FieldKind.TEXT && !SampleRows.isNumber(field)) {
                        api.post(path(type), body.deepCopy().put(name, "x".repeat(field.max() + 1)))
                                .expect(422, "field.too_long");
                    }
                    if (field.kind() == FieldKind.CODE) {
                        api.post(path(type), body.deepCopy().put(name, "NONE")).expect(422, "field.unknown_code");
                    }
                    if (field.kind() == FieldKind.REFERENCE) {
                        var nowhere =
                                body.deepCopy().put(name, UUID.randomUUID().toString());
                        assertEquals(
                                name,
                                api.post(path(type), nowhere)
                                        .expect(422, "reference.unknown")
                                        .text("field"));
                    }
                    if (field.kind() == FieldKind.DECIMAL) {
                        api.post(path(type), body.deepCopy().put(name, "1." + "2".repeat(field.max() + 1)))
                                .expect(422, "field.out_of_range");
                    }
                }
                api.post(path(type), samples.body(type).put("none", 1)).expect(422, "field.unknown");
            }
        }
    }

    @DatabaseTest
    void whatIsLeftOutIsEmptyAndActive(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var made = api.send("POST", "/api/v1/carriers", "{\"code\": \"X\", \"name\": \"X\"}")
                    .expect(201);
            assertTrue(made.json().get("active").booleanValue());
            assertTrue(made.json().get("contact").isNull());
        }
    }
}
