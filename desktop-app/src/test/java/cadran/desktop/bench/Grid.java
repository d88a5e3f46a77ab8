package cadran.desktop.bench;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.store.CompactedSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.store.fs.FileUtils;

/** The list of numbers over a client's own copy, in a Java that has just started, with as much memory as the program has. */
final class Grid implements Bench.Benchmark {
    @Override
    public Figures run(Options options, Site site) throws Exception {
        var filled = site.folder("grid");
        if (!Files.exists(filled.resolve("compacted"))) {
            GridFill.run(filled, options.rows());
            CompactedSize.of(filled, OpenStore.KEY);
            Files.createFile(filled.resolve("compacted"));
        }
        // Edits are made in it, and whoever opens it next would replay them.
        var copy = site.newFolder("desk");
        double bytes = 0;
        try (var files = Files.newDirectoryStream(filled, "*.mv.db")) {
            for (var file : files) {
                Files.copy(file, copy.resolve(file.getFileName()));
                bytes += Files.size(file);
            }
        }
        var figures = new Figures();
        measure(copy, figures);
        FileUtils.deleteRecursive(copy.toString(), false);
        return figures.put("disk_mb", bytes / 1e6);
    }

    private static void measure(Path folder, Figures figures) throws IOException, InterruptedException {
        var process = Jvm.start(GridMain.class, folder.resolveSibling("grid.log"), List.of(folder.toString()));
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0 && line.matches("[a-z0-9_]+=.*")) {
                    figures.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("the grid's process failed; see " + folder.resolveSibling("grid.log"));
        }
    }
}
