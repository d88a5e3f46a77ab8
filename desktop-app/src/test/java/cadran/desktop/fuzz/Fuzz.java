package cadran.desktop.fuzz;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.h2.store.fs.FileUtils;

/** The command: {@code fuzz [inputs] [seed]}. Ends in one line with its counts; non-zero when something gave way. */
public final class Fuzz {
    /**
     * What may stay taken after a hundred thousand inputs: caches that fill up to their limits. The largest is H2's, for an
     * eighth of the memory.
     */
    private static final long LEFT_BEHIND = (128L << 20) + Runtime.getRuntime().maxMemory() / 8;

    private Fuzz() {}

    /** Tries one input after the other; returns how many were accepted. Throws when one breaks something. */
    interface Campaign {
        int run(Target target, long seed, int inputs) throws Exception;
    }

    private record Named(String name, Campaign campaign) {}

    private static final List<Named> CAMPAIGNS = List.of(
            new Named("pages", PageFuzz::run),
            new Named("pushes", PushFuzz::run),
            new Named("bulk", BulkFuzz::run),
            new Named("queries", QueryFuzz::run),
            new Named("tokens", TokenFuzz::run));

    @SuppressWarnings("SystemOut") // a command's output
    public static void main(String[] arguments) throws Exception {
        int inputs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        System.exit(run(inputs, seed, new PrintStream(System.out, true, StandardCharsets.UTF_8)) ? 0 : 1);
    }

    static boolean run(int inputs, long seed, PrintStream out) throws Exception {
        var folder = Files.createTempDirectory("cadran-fuzz");
        long start = System.nanoTime();
        int failures = 0;
        try (var target = new Target(folder.resolve("server"))) {
            for (var named : CAMPAIGNS) {
                long before = used();
                try {
                    int accepted = named.campaign().run(target, seed, inputs);
                    long grown = used() - before;
                    out.printf("%s inputs=%d accepted=%d grown_mb=%d%n", named.name(), inputs, accepted, grown >> 20);
                    if (grown > LEFT_BEHIND) {
                        throw new IllegalStateException((grown >> 20) + " MB stay taken");
                    }
                } catch (IllegalStateException e) {
                    failures++;
                    out.println(named.name() + " FAILED " + e.getMessage());
                }
            }
        } finally {
            FileUtils.deleteRecursive(folder.toString(), false);
        }
        out.printf(
                "campaigns=%d inputs=%d failures=%d seconds=%d%n",
                CAMPAIGNS.size(),
                (long) CAMPAIGNS.size() * inputs,
                failures,
                (System.nanoTime() - start) / 1_000_000_000);
        return failures == 0;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
