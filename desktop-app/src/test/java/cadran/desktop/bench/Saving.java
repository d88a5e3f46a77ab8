package cadran.desktop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** How long saving an edit takes, and how large the files of a desktop get that is open and synchronises meanwhile. */
final class Saving implements Bench.Benchmark {
    private static final int WARM_UP = 100;
    private static final int EDITS = 2_000;
    private static final int PAUSE_MS = 10;

    @Override
    public Figures run(Options options, Site site) throws Exception {
        var folder = site.newFolder("anna");
        var figures = new Figures();
        try (var central = site.central();
                var anna = new Desk(folder, central)) {
            anna.engine().start();
            anna.synced();
            var before = megabytes(folder, "cache");
            var times = new ArrayList<Long>();
            var ids = Numbers.ids(anna, 500);
            for (int i = 0; i < WARM_UP + EDITS; i++) {
                long start = System.nanoTime();
                anna.edits.run(new Describe(ids.get(i % ids.size()), "Modifiée " + i));
                if (i >= WARM_UP) times.add(System.nanoTime() - start);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
            anna.synced();
            figures.percentiles("saved_", times)
                    .put("outbox_mb", megabytes(folder, "outbox"))
                    .put("cache_grown_by_mb", megabytes(folder, "cache") - before);
        }
        return figures.put("closed_outbox_mb", megabytes(folder, "outbox"));
    }

    private static double megabytes(Path folder, String name) throws IOException {
        double bytes = 0;
        try (var files = Files.newDirectoryStream(folder, name + "*.mv.db")) {
            for (var file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes / 1_000_000;
    }
}
