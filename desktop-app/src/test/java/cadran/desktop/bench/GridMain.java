package cadran.desktop.bench;

import cadran.desktop.dashboard.Home;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Indexed;
import cadran.desktop.store.Rows;
import cadran.desktop.tables.Grouped;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.tables.TableFilter;
import cadran.desktop.tables.TableSource;
import cadran.desktop.ui.DataGrid;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The process that has the window: opens a filled copy and prints what was measured. Argument: its folder. */
public final class GridMain {
    private static final int ROUNDS = 6;
    private static final int FIRST_ROWS = 50;
    private static final int EDITS = 200;
    /** The grid shows each edit before the next. */
    private static final int PAUSE_MS = 50;

    private GridMain() {}

    @SuppressWarnings("SystemOut") // its protocol
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var figures = new Figures();
        try (var window = GridWindow.open(folder)) {
            // The window and its classes come with the program; what is timed is the data.
            try (var other =
                    OpenProfile.withNumbers(Files.createTempDirectory(folder, "other"), Role.ADMIN, FIRST_ROWS)) {
                window.show(other.workspace);
            }
            long start = System.nanoTime();
            double cpu = cpu();
            try (var open = OpenStore.in(folder)) {
                open.store.indexBigTables();
                var workspace = open.workspace(Role.ADMIN.permissions());
                figures.put("opened_ms", (System.nanoTime() - start) / 1e6).put("opened_cpu_ms", (cpu() - cpu) * 1000);
                var grid = window.show(workspace);
                figures.put("first_paint_ms", (System.nanoTime() - start) / 1e6)
                        .put("first_paint_cpu_ms", (cpu() - cpu) * 1000);
                Indexed.await(open.store);
                figures.put("in_memory_s", FirstSync.seconds(start)).put("in_memory_cpu_s", cpu() - cpu);
                ask(window, workspace, figures);
                edit(open, figures);
                scroll(grid, figures);
                figures.put("heap_mb", FirstSync.heap());
                summarise(window, workspace, figures);
            }
        }
        figures.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(0);
    }

    /** The first time round compiles; people ask more than once too. */
    private static void ask(GridWindow window, Workspace workspace, Figures figures) throws Exception {
        var queries = GridWindow.onFx(() -> new GridQueries(TableFilter.of(window.texts, workspace, Did.TYPE)).all());
        var first = new ArrayList<Long>();
        var filters = new ArrayList<Long>();
        var counts = new ArrayList<Long>();
        double cpu = 0;
        for (int round = 0; round < ROUNDS; round++) {
            cpu = round == 1 ? cpu() : cpu;
            for (var query : queries) {
                long start = System.nanoTime();
                new TableSource(workspace.rows(), query).page(0, FIRST_ROWS, null);
                (round == 0 ? first : filters).add(System.nanoTime() - start);
            }
        }
        double spent = cpu() - cpu;
        for (var query : queries) {
            long start = System.nanoTime();
            new TableSource(workspace.rows(), query).count();
            counts.add(System.nanoTime() - start);
        }
        figures.percentiles("filter_first_", first)
                .percentiles("filter_", filters)
                .put("filter_cpu_ms", spent * 1000 / filters.size())
                .percentiles("count_", counts);
    }

    private static void edit(OpenStore open, Figures figures) throws Exception {
        var times = new ArrayList<Long>();
        var ids = ids(open.store.rows());
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < EDITS; i++) {
            long start = System.nanoTime();
            open.edits.run(new Describe(ids.get(i % ids.size()), "Modifiée " + System.nanoTime()));
            times.add(System.nanoTime() - start);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        figures.percentiles("commit_", times).put("commit_cpu_ms", spent / 1e6 / EDITS);
        long start = System.nanoTime();
        open.store.rows().keys(Query.of(Did.TYPE).matching("modifiee").first(FIRST_ROWS));
        figures.put("found_after_edits_ms", (System.nanoTime() - start) / 1e6);
    }

    private static List<UUID> ids(Rows rows) {
        var keys = rows.keys(Query.of(Did.TYPE).first(EDITS));
        return rows.page(Did.TYPE, keys, 0, keys.length).stream()
                .map(row -> row.row().id())
                .toList();
    }

    private static void scroll(DataGrid<GridRow> grid, Figures figures) throws Exception {
        var frames = GridWindow.onFx(() -> GridFrames.scroll(grid.table())).get();
        figures.put("scroll_worst_frame_ms", frames.worst() / 1e6)
                .put("scroll_worst_frame_cpu_ms", frames.worstCpu() / 1e6);
    }

    /** After all else, so that what else is measured stays what it was. */
    private static void summarise(GridWindow window, Workspace workspace, Figures figures) throws Exception {
        var home = new ArrayList<Long>();
        var groups = new ArrayList<Long>();
        double cpu = cpu();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Home.count(workspace);
            home.add(System.nanoTime() - start);
        }
        figures.put("dashboard_first_ms", home.removeFirst() / 1e6)
                .put("dashboard_ms", median(home) / 1e6)
                .put("dashboard_cpu_ms", (cpu() - cpu) * 1000 / ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            for (var by : Grouped.fields()) {
                long start = System.nanoTime();
                Grouped.read(window.texts, workspace, by, FIRST_ROWS);
                if (round > 0) {
                    groups.add(System.nanoTime() - start);
                }
            }
        }
        figures.put("group_ms", median(groups) / 1e6).percentiles("group_", groups);
        var views = GridWindow.onFx(() -> new GridQueries(TableFilter.of(window.texts, workspace, Did.TYPE)).all());
        long start = System.nanoTime();
        for (var view : views) {
            workspace.rows().count(view);
        }
        figures.put("views_ms", (System.nanoTime() - start) / 1e6);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static double cpu() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }
}
