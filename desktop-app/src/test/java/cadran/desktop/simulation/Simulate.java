package cadran.desktop.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.slf4j.LoggerFactory;

/**
 * The command: {@code simulate --seeds N [--from S] [--twice]}, {@code --seed S [--trace]}, each with
 * {@code --db h2|postgres} and {@code --small} for worlds of a test's size; {@code --planted [PART OF A NAME]} for bugs that it must find.
 */
public final class Simulate {
    /** So many seeds are run a second time, to see that they do the same. */
    private static final int TWICE = 10;

    private Simulate() {}

    public static void main(String[] arguments) throws Exception {
        // What the product logs of a thousand crashes is nothing that anybody reads.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        System.exit(TimelessLoader.simulate(System.out, arguments));
    }

    /** Called in the program that {@link TimelessLoader} loaded. */
    static int run(PrintStream out, String... arguments) throws Exception {
        var options = options(arguments);
        if (options.containsKey("planted")) {
            return PlantedRuns.all(options.get("planted"), out) ? 0 : 1;
        }
        var database =
                CentralDatabase.Kind.valueOf(options.getOrDefault("db", "h2").toUpperCase(Locale.ROOT));
        LongFunction<World.Story> story = seed -> new World.Story(seed, options.containsKey("small"), database);
        if (options.containsKey("seed")) {
            long seed = Long.parseLong(options.get("seed"));
            return one(story.apply(seed), options.containsKey("trace"), out) ? 0 : 1;
        }
        long from = Long.parseLong(options.getOrDefault("from", "1"));
        int count = Integer.parseInt(options.getOrDefault("seeds", "300"));
        int again = options.containsKey("twice") ? count : Math.min(count, TWICE);
        var stories = LongStream.range(from, from + count).mapToObj(story).toList();
        return many(stories, again, out) ? 0 : 1;
    }

    private static boolean one(World.Story story, boolean traced, PrintStream out) {
        var outcome = World.run(story, Plant.NONE, traced ? out : null);
        report(outcome, out);
        out.println("seed=" + story.seed() + " hash=" + outcome.hash() + " steps=" + outcome.steps());
        return outcome.violation() == null;
    }

    /** @param again so many of them are told a second time, to see that they are the same */
    private static boolean many(List<World.Story> stories, int again, PrintStream out) throws Exception {
        long begin = System.nanoTime();
        var counts = new LinkedHashMap<String, Integer>();
        long steps = 0;
        int failures = 0;
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var outcomes = submit(pool, stories);
            var second = submit(pool, stories.subList(0, again));
            for (int i = 0; i < again; i++) {
                if (!outcomes.get(i).get().hash().equals(second.get(i).get().hash())) {
                    failures++;
                    out.println("seed " + stories.get(i).seed() + " does something else the second time");
                }
            }
            for (var future : outcomes) {
                var outcome = future.get();
                outcome.counts().forEach((what, times) -> counts.merge(what, times, Integer::sum));
                steps += outcome.steps();
                if (outcome.violation() != null) {
                    failures++;
                    report(outcome, out);
                }
            }
        }
        out.printf(
                "seeds=%d db=%s failures=%d steps=%d crashes=%d faults=%d seconds=%d%n",
                stories.size(),
                stories.getFirst().database().name().toLowerCase(Locale.ROOT),
                failures,
                steps,
                counts.getOrDefault("crashes", 0),
                counts.getOrDefault("faults", 0),
                (System.nanoTime() - begin) / 1_000_000_000);
        return failures == 0;
    }

    private static List<Future<World.Outcome>> submit(ExecutorService pool, List<World.Story> stories) {
        return stories.stream()
                .map(story -> pool.submit(() -> World.run(story, Plant.NONE, null)))
                .toList();
    }

    private static void report(World.Outcome outcome, PrintStream out) {
        var violation = outcome.violation();
        if (violation == null) {
            return;
        }
        outcome.lastLines().forEach(out::println);
        out.println("seed " + outcome.story().seed() + " (" + outcome.hash() + ") breaks: " + violation.invariant());
        out.println("    " + violation.getMessage());
        if (violation.getCause() != null) {
            violation.getCause().printStackTrace(out);
        }
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].substring(2);
            boolean hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            options.put(name, hasValue ? arguments[++i] : "");
        }
        return options;
    }
}
