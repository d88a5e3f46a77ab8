package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.delete;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.numbers.NumberRange;
import cadran.model.sync.Intent;
import cadran.model.sync.Verdict;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Ranges have no number in common, whoever makes them and when. */
class RangeTest {
    private static Intent range(SyncWorld world, UUID id, String first, String last) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("dialingCodeId", world.dialingCode);
        values.put("firstNumber", first);
        values.put("lastNumber", last);
        values.put("carrierId", world.carrier);
        return SyncWorld.create("number_range", id, values);
    }

    private static String code(Outcome outcome) {
        var problem = outcome.result().problem();
        return problem == null ? "" : problem.code();
    }

    private static String made(SyncWorld world, String first, String last) {
        return code(world.run(range(world, IDS.next(), first, last)).getFirst());
    }

    @DatabaseTest
    void whatMeetsARangeIsRefusedAndSaysWhichOne(Database db) {
        var world = new SyncWorld(db).furnished();
        var id = IDS.next();
        world.run(range(world, id, "+33144000100", "+33144000199"));
        var refused = world.run(range(world, IDS.next(), "+33144000199", "+33144000299"))
                .getFirst()
                .result();
        assertEquals(Verdict.REFUSED, refused.verdict());
        var problem = Objects.requireNonNull(refused.problem());
        assertEquals("range.overlaps", problem.code());
        assertEquals(id.toString(), problem.args().get("id"));
        assertEquals("range.overlaps", made(world, "+33144000000", "+33144000100"));
        assertEquals("range.overlaps", made(world, "+33144000120", "+33144000130"));
        assertEquals("range.overlaps", made(world, "+33144000000", "+33144000999"));
        assertEquals("", made(world, "+33144000000", "+33144000099"));
        assertEquals("", made(world, "+33144000200", "+33144000299"));
        // Between two texts lie longer ones, too: they are other numbers.
        assertEquals("", made(world, "+442079460000", "+442079460099"));
    }

    @DatabaseTest
    void whatABatchDidCountsForWhatFollowsInIt(Database db) {
        var world = new SyncWorld(db).furnished();
        var first = IDS.next();
        var outcomes = world.run(
                range(world, first, "+33144000000", "+33144000099"),
                range(world, IDS.next(), "+33144000050", "+33144000149"));
        assertEquals("", code(outcomes.getFirst()));
        assertEquals("range.overlaps", code(outcomes.get(1)));
        assertEquals("", code(world.runSeen(world.telecom(), 1, delete("number_range", first))));
        assertEquals("", made(world, "+33144000050", "+33144000149"));
    }

    /** Each in a transaction of its own, as over REST: pushes of devices would share one. */
    @DatabaseTest
    void ofManyThatMeetAndAreMadeAtOnceOneIsThere(Database db) throws Exception {
        var world = new SyncWorld(db).furnished();
        int writers = 6;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                var start = new CyclicBarrier(writers);
                var making = new ArrayList<Future<String>>();
                for (int i = 0; i < writers; i++) {
                    // Each has numbers in common with every other, and none has its bounds.
                    var first = "+33144%02d00%d0".formatted(round, i);
                    var last = "+33144%02d01%d9".formatted(round, i);
                    making.add(threads.submit(() -> {
                        start.await();
                        return made(world, first, last);
                    }));
                }
                var refused = new ArrayList<String>();
                for (var one : making) refused.add(one.get());
                assertTrue(refused.remove(""), "one is made");
                assertEquals(Collections.nCopies(writers - 1, "range.overlaps"), refused, "round " + round);
            }
        }
        assertEquals(10, world.count(NumberRange.TYPE));
    }
}
