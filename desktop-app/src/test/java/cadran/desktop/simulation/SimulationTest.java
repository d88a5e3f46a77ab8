package cadran.desktop.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of sync in small worlds; {@code ./cadran simulate} runs large ones. */
class SimulationTest {
    private static final int SEEDS = 300;

    @Test
    void threeHundredWorldsKeepEveryPromise() throws Exception {
        var broken = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<World.Outcome>> outcomes = new ArrayList<>();
            for (long seed = 1; seed <= SEEDS; seed++) {
                long one = seed;
                outcomes.add(pool.submit(() -> World.run(one, true, Plant.NONE, null)));
            }
            for (var outcome : outcomes) {
                var violation = outcome.get().violation();
                if (violation != null) {
                    broken.add("seed " + outcome.get().seed() + " breaks: " + violation.invariant() + ": "
                            + violation.getMessage());
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void theSameSeedDoesTheSameInTheSameOrder() {
        var first = World.run(7, true, Plant.NONE, null);
        assertEquals(first.hash(), World.run(7, true, Plant.NONE, null).hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what was answered is not looked up",
                "an edit is saved without forcing the disk",
                "states move as they like"
            })
    void aPlantedBugIsFound(String name) throws Exception {
        var found = PlantedRuns.until(Plants.named(name), 1, 200);
        assertTrue(found.isCaught(), name);
    }
}
