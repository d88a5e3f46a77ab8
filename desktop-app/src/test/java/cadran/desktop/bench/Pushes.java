package cadran.desktop.bench;

import cadran.model.numbers.Did;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Pushes of one operation each, from many devices at once, into one organisation. */
final class Pushes implements Bench.Benchmark {
    private static final int DEVICES = 64;
    /** A server is compiling itself for that long. */
    private static final int WARM_UP_SECONDS = 40;

    private static final int SECONDS = 15;

    @Override
    public Figures run(Options options, Site site) throws Exception {
        int devices = options.clients() == 0 ? DEVICES : options.clients();
        try (var central = site.central()) {
            var rows = Reading.numbers(central, 5_000);
            var pushers = new ArrayList<Pusher>();
            for (int i = 0; i < devices; i++) {
                pushers.add(new Pusher(central));
            }
            push(pushers, rows, WARM_UP_SECONDS);
            var cpu = new Cpu(central);
            var times = push(pushers, rows, SECONDS);
            double pushes = times.size();
            var figures = new Figures()
                    .put("pushes_per_s", pushes / SECONDS)
                    .put("devices", devices)
                    .percentiles("", times)
                    .put("server_cpu_ms_per_push", cpu.server() * 1_000 / pushes)
                    .put("client_cpu_ms_per_push", cpu.client() * 1_000 / pushes);
            pushers.forEach(Pusher::close);
            return figures;
        }
    }

    /** How long each push took, in nanoseconds. */
    private static List<Long> push(List<Pusher> pushers, List<Did> rows, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var work = new ArrayList<Callable<List<Long>>>();
        for (int i = 0; i < pushers.size(); i++) {
            var pusher = pushers.get(i);
            int first = i;
            work.add(() -> {
                var times = new ArrayList<Long>();
                for (int at = first; System.nanoTime() < end; at += pushers.size()) {
                    times.add(push(pusher, rows.get(at % rows.size()), "Poussée " + at));
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
        return all;
    }

    private static long push(Pusher pusher, Did number, String description) throws IOException {
        long start = System.nanoTime();
        pusher.push(List.of(Numbers.describe(number.id(), description)));
        return System.nanoTime() - start;
    }
}
