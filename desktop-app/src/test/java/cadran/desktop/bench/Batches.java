package cadran.desktop.bench;

import cadran.model.numbers.Did;
import cadran.model.sync.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Pushes of a thousand operations: edits of numbers, then new numbers. */
final class Batches implements Bench.Benchmark {
    private static final int BATCH = 1_000;
    /** So many pushes that the server has compiled itself. */
    private static final int WARM_UP = 100;

    private static final int PUSHES = 60;
    private static final int DEVICES = 2;

    @Override
    public Figures run(Options options, Site site) throws Exception {
        try (var central = site.central()) {
            var rows = Reading.numbers(central, DEVICES * BATCH * 5);
            if (rows.size() < DEVICES * BATCH) {
                throw new IllegalArgumentException("too few rows for two devices that don't meet");
            }
            var model = rows.getFirst();
            double edits = rate(central, at -> edit(rows.get(at % rows.size()), at));
            double additions = rate(central, at -> Numbers.like(model, Pusher.id(), "+8801%09d".formatted(at)));
            return new Figures().put("ops_per_s", edits).put("add_ops_per_s", additions);
        }
    }

    private static Intent edit(Did number, int at) {
        return Numbers.describe(number.id(), "Lot " + at);
    }

    private static double rate(Central central, IntFunction<Intent> intent) throws Exception {
        push(central, WARM_UP, 0, intent);
        long start = System.nanoTime();
        push(central, PUSHES, WARM_UP * BATCH, intent);
        return PUSHES * BATCH / FirstSync.seconds(start);
    }

    /** Devices work on rows of their own, as people in an office mostly do. */
    private static void push(Central central, int pushes, int from, IntFunction<Intent> intent) throws Exception {
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < DEVICES; i++) {
            int device = i;
            work.add(() -> {
                try (var pusher = new Pusher(central)) {
                    for (int push = device; push < pushes; push += DEVICES) {
                        var intents = new ArrayList<Intent>(BATCH);
                        for (int one = 0; one < BATCH; one++) {
                            intents.add(intent.apply(from + push * BATCH + one));
                        }
                        pusher.push(List.copyOf(intents));
                    }
                }
                return true;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }
}
