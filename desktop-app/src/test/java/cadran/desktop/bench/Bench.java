package cadran.desktop.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * The command: {@code bench first-sync|delta|latency|saved|push|ops|probe|grid --rows N [--db h2|postgres] [--clients N]
 * [--data DIR]}. Ends in lines {@code name=value}.
 */
public final class Bench {
    private Bench() {}

    interface Benchmark {
        Figures run(Options options, Site site) throws Exception;
    }

    @SuppressWarnings("SystemOut") // a command's output
    public static void main(String[] arguments) throws Exception {
        Options options;
        Benchmark benchmark;
        try {
            options = Options.read(arguments);
            benchmark = benchmark(options.what());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        try (var site = benchmark instanceof Grid ? Site.empty(options) : new Site(options)) {
            benchmark
                    .run(options, site)
                    .put("rows", options.rows())
                    .put("db", options.database())
                    .put("load", load)
                    .print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        }
        // A client's idle connections would keep the process for a minute.
        System.exit(0);
    }

    private static Benchmark benchmark(String name) {
        return switch (name) {
            case "first-sync" -> new FirstSync();
            case "delta" -> new Delta();
            case "latency" -> new Latency();
            case "saved" -> new Saving();
            case "push" -> new Pushes();
            case "ops" -> new Batches();
            case "probe" -> new Probes();
            case "grid" -> new Grid();
            default -> throw new IllegalArgumentException("no benchmark " + name);
        };
    }
}
