package cadran.server.sync;

import static cadran.server.sync.SyncServer.Client.code;
import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static cadran.server.sync.SyncWorld.delete;
import static cadran.server.sync.SyncWorld.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Role;
import cadran.model.sync.Intent;
import cadran.model.sync.OperationResult;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

class PullTest {
    @DatabaseTest
    void anEmptyOrganisationHasAnEmptyPage(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client().pull();
            assertEquals(0, Objects.requireNonNull(client.head).to());
            assertEquals(
                    Objects.requireNonNull(client.head).feed(),
                    Objects.requireNonNull(client.pull().head).feed());
            assertTrue(client.rows.isEmpty());
        }
    }

    @DatabaseTest
    void changesArriveInPagesThatEndBetweenTransactions(Database db) {
        try (var server = new SyncServer(new SyncWorld(db, 10).furnished())) {
            var ends = new HashSet<Long>();
            for (int batch = 0; batch < 7; batch++) {
                var codes = batch * 6;
                server.world.run(IntStream.range(0, 6)
                        .mapToObj(i -> customer(IDS.next(), "P" + (codes + i)))
                        .toArray(Intent[]::new));
                ends.add(server.world.head().seq());
            }
            var client = server.client();
            int pages = 0;
            do {
                client.take(client.ask().body());
                pages++;
                assertTrue(ends.contains(Objects.requireNonNull(client.head).to()));
            } while (Objects.requireNonNull(client.head).more());
            assertEquals(4, pages);
            assertEquals(46, client.rows.size());
            assertEquals(server.world.find("customer", server.world.customer), client.rows.get(server.world.customer));
        }
    }

    @DatabaseTest
    void aRowThatChangedOftenTravelsOnceAsItStandsNow(Database db) {
        try (var server = new SyncServer(new SyncWorld(db, 3))) {
            var id = IDS.next();
            server.world.run(customer(id, "A"));
            server.world.run(patch("customer", id, "name", "Client A", "B"));
            server.world.run(patch("customer", id, "name", "B", "C"));
            server.world.run(patch("customer", id, "name", "C", "D"));
            var client = server.client();
            var page = client.ask().body();
            assertEquals(1, page.lines().filter(line -> line.startsWith("[")).count());
            client.take(page);
            // The page ends before the last change and shows it all the same: newer than its end, never older.
            assertEquals(3, Objects.requireNonNull(client.head).to());
            assertEquals("D", Objects.requireNonNull(client.rows.get(id)).text("name"));
        }
    }

    @DatabaseTest
    void aDeletedRowGoesAndOneMadeAgainComesBack(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            var id = IDS.next();
            client.run(0, customer(id, "A"));
            client.pull();
            client.run(1, delete("customer", id));
            assertFalse(client.pull().rows.containsKey(id));
            client.run(0, customer(id, "A"));
            assertEquals(3, Objects.requireNonNull(client.pull().rows.get(id)).version());
        }
    }

    @DatabaseTest
    void theAnswersToOwnOperationsComeWithTheirEffects(Database db) {
        try (var server = new SyncServer(new SyncWorld(db, 1))) {
            var client = server.client();
            client.run(0, customer(IDS.next(), "A"));
            client.run(0, customer(IDS.next(), "A"));
            client.run(0, customer(IDS.next(), "B"));
            client.take(client.ask().body());
            assertEquals(
                    List.of(1L, 2L),
                    client.results.stream().map(OperationResult::number).toList());
            client.pull();
            assertEquals(
                    List.of(1L, 2L, 3L),
                    client.results.stream().map(OperationResult::number).toList());
            var other = server.client().pull();
            assertTrue(other.results.isEmpty());
        }
    }

    @DatabaseTest
    void aRestoredBackupIsToldFromTheHistoryThatWasLost(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            client.run(0, customer(IDS.next(), "A"));
            var beforeB = server.world.head();
            client.run(0, customer(IDS.next(), "B"));
            client.pull();
            server.world.forget(beforeB);
            assertEquals("sync.forked", code(client.ask()));
            // The same number is given to another change: only the hash tells.
            server.world.run(customer(IDS.next(), "C"));
            assertEquals(
                    Objects.requireNonNull(client.head).to(),
                    server.world.head().seq());
            var response = client.ask();
            assertEquals(409, response.statusCode());
            assertEquals("sync.forked", code(response));
        }
    }

    /** The cursor of a device that had not pulled yet is as good in the backup as it was. */
    @DatabaseTest
    void aDeviceWithAnswersThatAreNotOursHasToSendAgain(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            client.run(0, customer(IDS.next(), "A"));
            client.pull();
            var beforeB = server.world.head();
            var b = client.operation(0, 0, customer(IDS.next(), "B"));
            client.results.addAll(client.results(List.of(b)));
            server.world.forget(beforeB);
            server.world.forget(client.device, 1);
            var response = client.ask();
            assertEquals(409, response.statusCode());
            assertEquals("sync.gap", code(response));
            // Nor does it help that others went on from there.
            server.world.run(customer(IDS.next(), "C"));
            assertEquals("sync.gap", code(client.ask()));
            client.push(List.of(b));
            assertEquals(200, client.ask().statusCode());
        }
    }

    @DatabaseTest
    void belowTheFloorTheCursorIsOfNoUse(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            client.run(0, customer(IDS.next(), "A"));
            client.pull();
            client.run(0, customer(IDS.next(), "B"));
            db.inOrganisation(
                    server.world.organisation,
                    tx -> tx.handle()
                            .createUpdate("update org_feed set floor_seq = 2 where org_id = :org")
                            .bind("org", server.world.organisation.value())
                            .execute());
            var response = client.ask();
            assertEquals(410, response.statusCode());
            assertEquals("sync.cursor_expired", code(response));
            client.head = null;
            assertEquals(2, client.pull().rows.size());
        }
    }

    @DatabaseTest
    void whoMayNotReadGetsNothingAndWhoseRightsChangedStartsAgain(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var closer = server.client(server.world.organisation, Role.CLOSER).pull();
            assertTrue(closer.rows.isEmpty());
            var promoted = server.client(server.world.organisation, Role.VIEWER);
            promoted.head = closer.head;
            assertEquals("sync.cursor_expired", code(promoted.ask()));
            promoted.head = null;
            assertEquals(4, promoted.pull().rows.size());
        }
    }

    @DatabaseTest
    void rowsOfAnotherAudienceDoNotShowNotEvenWhenTheyGo(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var world = server.world;
            var kept = IDS.next();
            var moved = IDS.next();
            var hidden = IDS.next();
            world.run(customer(kept, "A"), customer(moved, "B"), customer(hidden, "C"));
            // As if made for a team and taken away into one: no intent does that yet, the feed must bear it.
            var team = IDS.next();
            sql(
                    world,
                    "update customer set audience = :team where org_id = :org and id in (:a, :b)",
                    team,
                    moved,
                    hidden);
            sql(
                    world,
                    "update change_log set audience = :team where org_id = :org and row_id in (:a, :b)",
                    team,
                    hidden,
                    hidden);
            var client = server.client().pull();
            assertEquals(Set.of(kept), client.rows.keySet());
            assertEquals(List.of(moved), client.gone);
            var refused = client.run(1, patch("customer", hidden, "name", "Client C", "x"));
            assertEquals(
                    "row.deleted", Objects.requireNonNull(refused.problem()).code());
            var duplicate = Objects.requireNonNull(
                    client.run(0, customer(IDS.next(), "C")).problem());
            assertEquals("row.duplicate", duplicate.code());
            assertTrue(duplicate.args().isEmpty());
            assertEquals(
                    "row.exists",
                    Objects.requireNonNull(client.run(0, customer(hidden, "D")).problem())
                            .code());
        }
    }

    private static void sql(SyncWorld world, String sql, UUID team, UUID a, UUID b) {
        world.database.inOrganisation(
                world.organisation,
                tx -> tx.handle()
                        .createUpdate(sql)
                        .bind("org", world.organisation.value())
                        .bind("team", team)
                        .bind("a", a)
                        .bind("b", b)
                        .execute());
    }

    @DatabaseTest
    void thePageIsPackedForWhoTakesItPacked(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db).furnished());
                var http = HttpClient.newHttpClient()) {
            var client = server.client();
            var uri = URI.create("http://127.0.0.1:" + server.http.port() + "/api/v1/sync/changes");
            var request = HttpRequest.newBuilder(uri)
                    .header("Authorization", client.token())
                    .header("Accept-Encoding", "gzip")
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(
                    "gzip", response.headers().firstValue("Content-Encoding").orElse(""));
            assertEquals(
                    "application/x-ndjson",
                    response.headers().firstValue("Content-Type").orElse(""));
            try (var in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
                client.take(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            assertEquals(4, client.rows.size());
        }
    }

    @DatabaseTest
    void wrongQuestionsGetAnAnswer(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var client = server.client();
            for (String query : List.of(
                    "cursor=x",
                    "cursor=-1",
                    "cursor=99999999999999999999",
                    "cursor=1",
                    "cursor=1&feed=x&hash=y",
                    "device=x",
                    "after=1.5")) {
                var response = server.http.get("/api/v1/sync/changes?" + query, "Authorization", client.token());
                assertEquals(400, response.statusCode(), query);
            }
            var old = server.http.get("/api/v1/sync/changes?schema=0", "Authorization", client.token());
            assertEquals(409, old.statusCode());
            assertEquals("sync.schema", code(old));
            assertEquals(401, server.http.get("/api/v1/sync/changes").statusCode());
        }
    }
}
