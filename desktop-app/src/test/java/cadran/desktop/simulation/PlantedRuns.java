package cadran.desktop.simulation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Runs seeds with a planted bug until an invariant finds it; the same seed must hold without the bug. */
final class PlantedRuns {
    static final int MOST_SEEDS = 2_000;

    /** @param invariant that found it, null when none did */
    record Found(
            Plants.Planted planted, long seeds, @Nullable String invariant) {
        boolean isCaught() {
            return invariant != null;
        }
    }

    private PlantedRuns() {}

    /** @param part of the names of those that are tried; all when it is empty */
    static boolean all(String part, PrintStream out) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        var tried = Plants.ALL.stream()
                .filter(planted -> planted.name().contains(part))
                .toList();
        int caught = 0;
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Found>> runs = new ArrayList<>();
            for (var planted : tried) {
                runs.add(pool.submit(() -> until(planted, 1, MOST_SEEDS)));
            }
            out.printf("%-12s %-52s %6s  %s%n", "topic", "bug", "seeds", "caught by");
            for (var run : runs) {
                var found = run.get();
                caught += found.isCaught() ? 1 : 0;
                out.printf(
                        "%-12s %-52s %6d  %s%n",
                        found.planted().topic(),
                        found.planted().name(),
                        found.seeds(),
                        found.isCaught() ? found.invariant() : "NOTHING");
            }
        }
        out.printf(
                "planted=%d caught=%d seconds=%d%n", tried.size(), caught, (System.nanoTime() - begin) / 1_000_000_000);
        return !tried.isEmpty() && caught == tried.size();
    }

    static Found until(Plants.Planted planted, long from, int most) throws Exception {
        try (var one = new Runner(planted)) {
            for (long seed = from; seed < from + most; seed++) {
                String invariant = one.run(seed);
                if (invariant != null
                        && World.run(World.Story.small(seed), Plant.NONE, null).violation() == null) {
                    return new Found(planted, seed - from + 1, invariant);
                }
            }
        }
        return new Found(planted, most, null);
    }

    /** Called in the program that {@link PlantLoader} loaded, so with nothing but strings. */
    public static @Nullable String runHere(String name, long seed) {
        var violation = World.run(
                        World.Story.small(seed), Plants.named(name).plant().get(), null)
                .violation();
        return violation == null ? null : violation.invariant();
    }

    private static final class Runner implements AutoCloseable {
        private final Plants.Planted planted;
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final @Nullable ClassLoader loader;

        private Runner(Plants.Planted planted) throws ClassNotFoundException {
            this.planted = planted;
            if (planted.redefinitions().isEmpty()) {
                loader = null;
            } else {
                var other = new PlantLoader(planted.redefinitions());
                other.check();
                loader = other;
            }
        }

        private @Nullable String run(long seed) throws Exception {
            Callable<@Nullable String> work = loader == null
                    ? () -> runHere(planted.name(), seed)
                    : () -> {
                        var method = loader.loadClass(PlantedRuns.class.getName())
                                .getDeclaredMethod("runHere", String.class, long.class);
                        method.setAccessible(true);
                        return (String) method.invoke(null, planted.name(), seed);
                    };
            return thread.submit(work).get();
        }

        @Override
        public void close() {
            thread.shutdown();
        }
    }
}
