package cadran.server.rest;

import static cadran.server.rest.SampleRows.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.List;
import java.util.UUID;

/** Who may do what: by right, and never across organisations, wherever in the request the foreign id stands. */
class RowAccessTest {
    @DatabaseTest
    void anotherOrganisationsRowIsAsIfItDidNotExist(Database db) {
        try (var server = new RestServer(db)) {
            var theirs = new SampleRows(server.telecom());
            var api = server.telecom();
            var ours = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                var foreign = theirs.create(type).id();
                var address = path(type) + "/" + foreign;
                api.get(address).expect(404, "row.not_found");
                api.patch(address, "*", "{}").expect(404, "row.not_found");
                api.delete(address, "*").expect(404, "row.not_found");
                assertEquals(
                        List.of(),
                        api.get(path(type) + "?id=" + foreign).expect(200).ids());
                assertEquals(false, api.allIds(path(type)).contains(foreign));
                // The same id here is another row: nothing tells that it is taken elsewhere.
                var body = ours.body(type).put("id", foreign);
                assertEquals(foreign, api.post(path(type), body).expect(201).id());
            }
            api.send(
                            "POST",
                            "/api/v1/numbers/" + UUID.randomUUID() + "/status",
                            "{\"to\": \"AVAILABLE\"}",
                            "If-Match",
                            "*")
                    .expect(404, "row.not_found");
        }
    }

    @DatabaseTest
    void anotherOrganisationsIdInABodyIsAnUnknownReference(Database db) {
        try (var server = new RestServer(db)) {
            var theirs = new SampleRows(server.telecom());
            var api = server.telecom();
            var ours = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                for (Field field : type.fields()) {
                    if (field.kind() == FieldKind.REFERENCE && !SampleRows.pointsToReport(field)) {
                        var foreign = theirs.shared(String.valueOf(field.references()));
                        var created = api.post(path(type), ours.body(type).put(field.name(), foreign));
                        assertEquals(
                                field.name(),
                                created.expect(422, "reference.unknown").text("field"));
                        if (field.merge() != cadran.model.sync.MergeClass.IDENTITY) {
                            var row = ours.create(type);
                            var patched = api.patch(
                                    path(type) + "/" + row.id(),
                                    row.tag(),
                                    "{\"%s\": \"%s\"}".formatted(field.name(), foreign));
                            assertEquals(
                                    field.name(),
                                    patched.expect(422, "reference.unknown").text("field"));
                        }
                    }
                }
            }
        }
    }

    @DatabaseTest
    void readersReadAndNobodyElseDoesAnything(Database db) {
        try (var server = new RestServer(db)) {
            var organisation = RestServer.newOrganisation();
            var writer = server.telecom(organisation);
            var reader = server.with(organisation, Permission.INVENTORY_READ);
            var other = server.with(organisation, Permission.USERS_MANAGE);
            var nobody = server.nobody();
            var samples = new SampleRows(writer);
            for (EntityType<?> type : SampleRows.written()) {
                var row = samples.create(type);
                var body = samples.body(type);
                var address = path(type) + "/" + row.id();
                reader.get(address).expect(200);
                assertNotEquals(List.of(), reader.get(path(type)).expect(200).ids());
                for (var refused : List.of(
                        reader.post(path(type), body),
                        reader.patch(address, "*", "{}"),
                        reader.delete(address, "*"),
                        other.get(address),
                        other.get(path(type)),
                        other.delete(address, "*"))) {
                    refused.expect(403, "right.missing");
                }
                for (var refused : List.of(
                        nobody.get(address),
                        nobody.get(path(type)),
                        nobody.post(path(type), body),
                        nobody.patch(address, "*", "{}"),
                        nobody.delete(address, "*"))) {
                    refused.expect(401, "auth.required");
                }
            }
            reader.send("POST", "/api/v1/numbers/" + UUID.randomUUID() + "/status", "{}")
                    .expect(403, "right.missing");
        }
    }
}
