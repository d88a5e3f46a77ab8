package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.StockLevel;
import cadran.model.sync.Intent;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A type has one level for a region, and one for all of them, whoever sets it and when. */
class StockLevelTest {
    private static Intent level(SyncWorld world, @Nullable UUID region, int minimum) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("typeId", world.numberType);
        values.put("regionId", region);
        values.put("minimum", BigDecimal.valueOf(minimum));
        return SyncWorld.create("stock_level", IDS.next(), values);
    }

    private static UUID region(SyncWorld world) {
        var id = IDS.next();
        var values = new HashMap<String, @Nullable Object>();
        values.put("dialingCodeId", world.dialingCode);
        values.put("code", "IDF");
        values.put("label", "Île-de-France");
        values.put("active", true);
        world.run(SyncWorld.create("region", id, values));
        return id;
    }

    private static String made(SyncWorld world, @Nullable UUID region, int minimum) {
        var problem =
                world.run(level(world, region, minimum)).getFirst().result().problem();
        return problem == null ? "" : problem.code();
    }

    @DatabaseTest
    void aSecondOneIsRefusedWithoutARegionToo(Database db) {
        var world = new SyncWorld(db).furnished();
        var region = region(world);
        assertEquals("stock.no_minimum", made(world, null, 0));
        assertEquals("", made(world, null, 20));
        assertEquals("stock.has_level", made(world, null, 30));
        assertEquals("", made(world, region, 10));
        assertEquals("stock.has_level", made(world, region, 10));
    }

    @DatabaseTest
    void ofManyThatAreSetAtOnceOneIsThere(Database db) throws Exception {
        var world = new SyncWorld(db).furnished();
        int writers = 6;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CyclicBarrier(writers);
            var making = new ArrayList<Future<String>>();
            for (int i = 0; i < writers; i++) {
                making.add(threads.submit(() -> {
                    start.await();
                    return made(world, null, 20);
                }));
            }
            var refused = new ArrayList<String>();
            for (var one : making) refused.add(one.get());
            assertTrue(refused.remove(""), "one is set");
            assertEquals(Collections.nCopies(writers - 1, "stock.has_level"), refused);
        }
        assertEquals(1, world.count(StockLevel.TYPE));
    }
}
