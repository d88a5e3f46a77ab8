package cadran.server.sync;

import static cadran.server.sync.SyncServer.Client.code;
import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static cadran.server.sync.SyncWorld.delete;
import static cadran.server.sync.SyncWorld.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.Schema;
import cadran.model.ids.OrganisationId;
import cadran.model.organisations.Role;
import cadran.model.sync.Row;
import cadran.model.sync.RowSums;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.SettableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static List<UUID> customers(SyncWorld world, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var id = IDS.next();
                    world.run(customer(id, "S" + i));
                    return id;
                })
                .toList();
    }

    /** As another client has them that read every change. */
    private static Map<UUID, Row> everything(SyncServer server) {
        return new HashMap<>(server.client().pull().rows);
    }

    @DatabaseTest
    void itsPartsTogetherAreEverything(Database db) {
        try (var server = new SyncServer(new SyncWorld(db, 3).furnished())) {
            customers(server.world, 7);
            var client = server.client();
            client.take(SyncServer.Client.body(client.askSnapshot(null)));
            assertEquals(11, client.total);
            assertTrue(client.rows.isEmpty());
            client.load();
            assertEquals(everything(server), client.rows);
            assertEquals(
                    server.world.head().seq(),
                    Objects.requireNonNull(client.head).to());
        }
    }

    @DatabaseTest
    void whatChangesWhileItLoadsComesWithTheChangesSinceItsOpening(Database db) {
        try (var server = new SyncServer(new SyncWorld(db, 4).furnished())) {
            var ids = customers(server.world, 8);
            var client = server.client();
            client.take(SyncServer.Client.body(client.askSnapshot(null)));
            for (int part = 0; client.next != null; part++) {
                client.part();
                // Behind the reader and before it: one goes, one changes, one comes.
                server.world.runSeen(server.world.telecom(), 1, delete("customer", ids.get(part)));
                server.world.run(patch("customer", ids.get(7 - part), "name", "Client S" + (7 - part), "N" + part));
                server.world.run(customer(IDS.next(), "N" + part));
            }
            client.pull();
            assertEquals(everything(server), client.rows);
        }
    }

    @DatabaseTest
    void aSecondLoadSharesThePartsOfTheFirst(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var first = server.client().load();
            server.world.run(customer(IDS.next(), "LATER"));
            var second = server.client().load();
            assertEquals(first.rows, second.rows);
            assertEquals(
                    Objects.requireNonNull(first.head).to(),
                    Objects.requireNonNull(second.head).to());
            assertEquals(everything(server), second.pull().rows);
        }
    }

    @DatabaseTest
    void aLoadOfTenMinutesLaterBeginsAnew(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            server.client().load();
            server.world.run(customer(IDS.next(), "LATER"));
            server.world.clock.advance(Duration.ofMinutes(11));
            var client = server.client().load();
            assertEquals(
                    server.world.head().seq(),
                    Objects.requireNonNull(client.head).to());
            assertEquals(everything(server), client.rows);
        }
    }

    @DatabaseTest
    void whatALostHistoryLeftInMemoryIsNotGivenOut(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var world = server.world;
            var before = world.head();
            var lost = IDS.next();
            world.run(customer(lost, "LOST"));
            assertTrue(server.client().load().rows.containsKey(lost));
            world.forget(before);
            db.inOrganisation(
                    world.organisation,
                    tx -> tx.handle()
                            .createUpdate("delete from customer where org_id = :org and id = :id")
                            .bind("org", world.organisation.value())
                            .bind("id", lost)
                            .execute());
            // As far as before, by another way.
            world.run(customer(IDS.next(), "NEW"));
            var client = server.client().load();
            assertEquals(everything(server), client.pull().rows);
        }
    }

    /** It is put back to a moment behind the opening, and people go on from there. */
    @DatabaseTest
    void aPartFromBeforeABackupWasPutBackIsNotGoneOnFrom(Database db) {
        try (var server = new SyncServer(new SyncWorld(db, 3).furnished())) {
            var world = server.world;
            var ids = customers(world, 8);
            var client = server.client();
            client.take(SyncServer.Client.body(client.askSnapshot(null)));
            var before = world.head();
            world.run(patch("customer", ids.getFirst(), "name", "Client S0", "LOST"));
            client.part();
            client.part();
            world.forget(before);
            world.run(customer(IDS.next(), "NEW"));
            assertEquals("sync.forked", code(client.askSnapshot(client.next)));
        }
    }

    @DatabaseTest
    void theLastPartIsNotCaughtUpFromEither(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var world = server.world;
            var client = server.client();
            client.take(SyncServer.Client.body(client.askSnapshot(null)));
            var before = world.head();
            world.run(customer(IDS.next(), "LOST"));
            while (client.next != null) {
                client.part();
            }
            world.forget(before);
            world.run(customer(IDS.next(), "NEW"));
            assertEquals("sync.forked", code(client.ask()));
        }
    }

    @Test
    void whereOrganisationsBeganIsForgottenAfterAWhile() {
        var clock = new SettableClock();
        var cache = new SnapshotCache(clock);
        var head = new FeedHead(IDS.next(), 7, FeedHead.NOTHING, 0);
        cache.begin(new OrganisationId(IDS.next()), head);
        cache.begin(new OrganisationId(IDS.next()), head);
        assertEquals(2, cache.organisations());
        clock.advance(Duration.ofMinutes(11));
        cache.begin(new OrganisationId(IDS.next()), head);
        assertEquals(1, cache.organisations());
    }

    @DatabaseTest
    void rowsOfOnePersonReachThatPersonAlone(Database db) {
        try (var server = new SyncServer(new SyncWorld(db, 3).furnished())) {
            var one = server.client();
            var mine = new Row(Schema.type("cloud"), IDS.next(), 0, one.user, List.of("MINE", "Mine", "r", true));
            server.world.insert(mine);
            assertTrue(one.load().rows.containsKey(mine.id()));
            assertFalse(server.client().load().rows.containsKey(mine.id()));
            var other = server.client().probe();
            assertNotEquals(one.probe().sums(), other.sums());
            assertNotEquals(one.probe().hash(), other.hash());
            assertEquals(one.probe().at(), other.at());
        }
    }

    @DatabaseTest
    void anotherOrganisationSeesNothing(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            server.client().load();
            var stranger = server.client(new OrganisationId(IDS.next()), Role.ADMIN);
            assertTrue(stranger.load().rows.isEmpty());
            stranger.head = server.client().load().head;
            var refused = stranger.askSnapshot(Place.FIRST.toString());
            assertEquals(409, refused.statusCode(), refused.body());
        }
    }

    @DatabaseTest
    void aPlaceThatIsNoneIsRefused(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var client = server.client().load();
            for (var place : List.of("", "all", "all/teapot", "some/did", "all/did/7", "all/did/7/8")) {
                assertEquals(400, client.askSnapshot(place).statusCode(), place);
            }
        }
    }

    @DatabaseTest
    void theSumsOfARightCopyAreTheServers(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var ids = customers(server.world, 5);
            var client = server.client().load();
            assertEquals(sums(client.rows), client.probe().sums().get(Schema.type("customer")));
            server.world.run(patch("customer", ids.getFirst(), "name", "Client S0", "Other"));
            var now = Objects.requireNonNull(client.probe().sums().get(Schema.type("customer")));
            var differing = now.differing(sums(client.rows));
            assertEquals(
                    List.of(RowSums.bucket(ids.getFirst())),
                    IntStream.of(differing).boxed().toList());
            assertEquals(server.world.head().seq(), client.probe().at());
        }
    }

    @DatabaseTest
    void aBucketHasItsRowsAndNoOthers(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var ids = customers(server.world, 20);
            int bucket = RowSums.bucket(ids.get(3));
            var client = server.client();
            client.take(SyncServer.Client.body(server.http.get(
                    "/api/v1/sync/bucket?entity=customer&bucket=" + bucket, "Authorization", client.token())));
            assertTrue(client.rows.containsKey(ids.get(3)));
            assertTrue(client.rows.keySet().stream().allMatch(id -> RowSums.bucket(id) == bucket));
            for (var wrong : List.of("entity=teapot&bucket=1", "entity=did&bucket=256", "entity=did", "bucket=1")) {
                assertEquals(
                        400,
                        server.http
                                .get("/api/v1/sync/bucket?" + wrong, "Authorization", client.token())
                                .statusCode(),
                        wrong);
            }
        }
    }

    private static RowSums sums(Map<UUID, Row> rows) {
        var sums = new RowSums();
        for (var row : rows.values()) {
            if (row.type().name().equals("customer")) sums.add(row.id(), row.version());
        }
        return sums;
    }
}
