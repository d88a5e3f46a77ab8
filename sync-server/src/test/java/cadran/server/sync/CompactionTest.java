package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static cadran.server.sync.SyncWorld.delete;
import static cadran.server.sync.SyncWorld.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.time.Duration;

class CompactionTest {
    private static long pointers(SyncWorld world) {
        return world.database.inOrganisation(
                world.organisation,
                tx -> tx.handle()
                        .createQuery("select count(*) from change_log where org_id = :org")
                        .bind("org", world.organisation.value())
                        .mapTo(Long.class)
                        .one());
    }

    private static void compact(SyncWorld world, Duration later) {
        world.clock.advance(later);
        world.sync.compaction().run(world.organisation);
    }

    @DatabaseTest
    void ofEachRowTheNewestPointerStays(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var world = server.world;
            var id = IDS.next();
            var behind = server.client();
            world.run(customer(id, "A"));
            behind.pull();
            world.run(patch("customer", id, "name", "Client A", "B"));
            world.run(customer(IDS.next(), "Z"));
            world.run(patch("customer", id, "name", "B", "C"));
            compact(world, Duration.ofHours(1));
            assertEquals(4, pointers(world), "what is fresh stays whole");
            compact(world, Duration.ofDays(2));
            assertEquals(2, pointers(world));
            assertEquals(server.client().load().pull().rows, behind.pull().rows);
            assertEquals(server.client().pull().rows, behind.rows);
        }
    }

    @DatabaseTest
    void aTombstoneStaysForHalfAYearAndThenACursorFromBeforeItHasExpired(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var world = server.world;
            var id = IDS.next();
            var away = server.client();
            var back = server.client();
            world.run(customer(id, "A"));
            away.pull();
            back.pull();
            world.runSeen(world.telecom(), 1, delete("customer", id));
            compact(world, Duration.ofDays(170));
            assertFalse(back.pull().rows.containsKey(id));
            compact(world, Duration.ofDays(20));
            assertEquals(0, pointers(world));
            assertEquals(410, away.ask().statusCode());
            assertEquals(
                    "sync.cursor_expired",
                    Json.MAPPER.readTree(away.ask().body()).get("code").asString());
            // Who stands at the floor or above goes on reading.
            world.run(customer(IDS.next(), "B"));
            assertEquals(server.client().load().rows, back.pull().rows);
        }
    }
}
