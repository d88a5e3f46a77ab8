package cadran.desktop.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The promises of sync in small worlds; {@code ./cadran simulate} runs large ones. */
class SimulationTest {
    private static final int SEEDS = 20;

    @Test
    void twentyWorldsKeepEveryPromise() throws Exception {
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
}
