package cadran.desktop.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Inputs shared among senders that each have their own seed, so a run is the same however fast each of them is. */
final class Senders {
    private static final int AT_ONCE = 4;

    private Senders() {}

    interface Sender {
        int run(long seed, int inputs) throws Exception;
    }

    static int run(long seed, int inputs, Sender sender) throws InterruptedException {
        var work = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < AT_ONCE; i++) {
            long own = seed * AT_ONCE + i;
            work.add(() -> sender.run(own, inputs / AT_ONCE));
        }
        int accepted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                accepted += done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
        }
        return accepted;
    }

    /** Whether it was a success; refusing is right as well, breaking is not. */
    static boolean accepted(int status, byte[] body, Object input) {
        if (status >= 500 || status < 200) {
            var text = new String(body, 0, Math.min(body.length, 300), java.nio.charset.StandardCharsets.UTF_8);
            throw new IllegalStateException(status + " " + text + " to " + input);
        }
        return status < 300;
    }

    static <T> T one(List<T> all, java.util.random.RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
