package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.wire.ChangesReader;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.PullHead;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** There is no second way in: what a third program writes, a desktop pulls like a colleague's edit. */
class RestSyncTest {
    /** What a desktop would have after a pull from the beginning. */
    private static final class Desktop implements ChangesSink {
        private final Map<UUID, Row> rows = new HashMap<>();
        private long head;

        Row row(UUID id) {
            return Objects.requireNonNull(rows.get(id));
        }

        @Override
        public void head(PullHead head) {
            this.head = head.to();
        }

        @Override
        public void row(Row row) {
            rows.put(row.id(), row);
        }

        @Override
        public void gone(EntityType<?> type, UUID id) {
            rows.remove(id);
        }

        @Override
        public void result(OperationResult result) {
            throw new AssertionError("no device sent anything");
        }
    }

    @DatabaseTest
    void whatIsWrittenOverRestReachesADesktop(Database db) throws IOException {
        try (var server = new RestServer(db)) {
            var organisation = RestServer.newOrganisation();
            var api = server.telecom(organisation);
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                var row = samples.create(type);
                var address = SampleRows.path(type) + "/" + row.id();
                var id = UUID.fromString(row.id());
                assertEquals(1, pull(server, organisation).row(id).version());

                var field = SampleRows.descriptive(type).name();
                api.patch(address, "*", "{\"%s\": \"changed\"}".formatted(field))
                        .expect(200);
                var changed = pull(server, organisation).row(id);
                assertEquals(2, changed.version());
                assertEquals("changed", changed.get(field));

                api.delete(address, "*").expect(204);
                assertEquals(null, pull(server, organisation).rows.get(id));
            }
        }
    }

    @DatabaseTest
    void whatIsRefusedLeavesNoTrace(Database db) throws IOException {
        try (var server = new RestServer(db)) {
            var organisation = RestServer.newOrganisation();
            var api = server.telecom(organisation);
            api.send("POST", "/api/v1/carriers", "{\"code\": \"A\", \"name\": \"A\"}")
                    .expect(201);
            long before = pull(server, organisation).head;
            api.send("POST", "/api/v1/carriers", "{\"code\": \"A\", \"name\": \"B\"}")
                    .expect(409, "row.duplicate");
            api.send("POST", "/api/v1/carriers", "{\"code\": \"B\"}").expect(422, "field.required");
            assertEquals(before, pull(server, organisation).head);
        }
    }

    private static Desktop pull(RestServer server, cadran.model.ids.OrganisationId organisation) throws IOException {
        var desktop = new Desktop();
        var page = server.changes(organisation).getBytes(StandardCharsets.UTF_8);
        ChangesReader.read(new ByteArrayInputStream(page), desktop);
        return desktop;
    }
}
