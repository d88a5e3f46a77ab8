package cadran.desktop.bench;

import cadran.desktop.query.Query;
import cadran.desktop.store.CompactedSize;
import cadran.model.numbers.Did;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * A client that has nothing, until all rows are in its indexed copy and that copy is the one in use. Before it, on a
 * server that was just started too, what the server's stream alone gives.
 */
final class FirstSync implements Bench.Benchmark {
    @Override
    public Figures run(Options options, Site site) throws Exception {
        var figures = new Figures();
        try (var central = site.central()) {
            Stream.measure(central, figures);
        }
        var folder = site.newFolder("client");
        try (var central = site.central()) {
            load(folder, central, figures);
        }
        return figures.put("disk_mb", CompactedSize.of(folder, Desk.KEY) / 1e6);
    }

    private static void load(Path folder, Central central, Figures figures) throws Exception {
        try (var desk = new Desk(folder, central)) {
            var numbers = Query.of(Did.TYPE);
            var cpu = new Cpu(central);
            long start = System.nanoTime();
            desk.engine().start();
            desk.until(() -> desk.store.rows().count(numbers) > 0);
            var keys = desk.store.rows().keys(numbers);
            int shown = desk.store.rows().page(Did.TYPE, keys, 0, 50).size();
            double usable = seconds(start);
            desk.until(() -> desk.store.cache().state().feed() != null);
            double total = seconds(start);
            long rows = desk.store.rows().count(numbers);
            figures.put("rows_per_s", rows / total)
                    .put("seconds", total)
                    .put("client_cpu_seconds", cpu.client())
                    .put("server_cpu_seconds", cpu.server())
                    .put("first_usable_ms", usable * 1000)
                    .put("first_usable_rows", shown);
            desk.synced();
            figures.put("with_probe_seconds", seconds(start)).put("heap_mb", heap());
        }
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** What lives, in megabytes. */
    static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
