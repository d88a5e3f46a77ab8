package cadran.desktop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Pushes of one operation each, from many devices at once, into one organisation. */
final class Pushes implements Bench.Benchmark {
    private static final int DEVICES = 64;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 15;

    @Override
    public Figures run(Options options, Site site) throws Exception {
        int devices = options.clients() == 0 ? DEVICES : options.clients();
        try (var central = site.central()) {
            var rows = Reading.numbers(central, 5_000);
            long begin = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
            long end = begin + SECONDS * 1_000_000_000L;
            var work = new ArrayList<Callable<List<Long>>>();
            for (int i = 0; i < devices; i++) {
                int first = i;
                work.add(() -> {
                    var times = new ArrayList<Long>();
                    try (var pusher = new Pusher(central)) {
                        for (int at = first; System.nanoTime() < end; at += devices) {
                            long start = System.nanoTime();
                            pusher.push(List.of(
                                    Numbers.describe(rows.get(at % rows.size()).id(), "Poussée " + at)));
                            if (start > begin) {
                                times.add(System.nanoTime() - start);
                            }
                        }
                    }
                    return times;
                });
            }
            var all = new ArrayList<Long>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var times : threads.invokeAll(work)) {
                    all.addAll(times.get());
                }
            }
            return new Figures()
                    .put("pushes_per_s", all.size() / (double) SECONDS)
                    .put("devices", devices)
                    .percentiles("", all);
        }
    }
}
