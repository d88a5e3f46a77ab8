package cadran.desktop.dashboard;

import cadran.desktop.bulk.Tsv;
import cadran.desktop.dashboard.Overview.Tally;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.ListSource;
import cadran.desktop.ui.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Regions or customers line by line, with how many numbers of theirs stand where. */
final class StandsTable extends VBox {
    /** @param cost a month, where it is asked for */
    record Line(Tally tally, String name, String cost) {}

    private final Desk desk;
    private final Texts texts;
    private final String nameKey;
    private final boolean costs;
    private final DataGrid<Line> grid;
    private final ListSource<Line> source;
    private final Map<String, Function<Line, String>> cells = new HashMap<>();

    /**
     * @param id under which column widths are remembered
     * @param nameKey of what a line is about
     * @param costs whether there is a column of what they cost
     */
    StandsTable(
            Desk desk,
            String id,
            String nameKey,
            boolean costs,
            Function<Line, Slice.Target> target,
            DashboardController controller) {
        this.desk = desk;
        this.texts = desk.texts();
        this.nameKey = nameKey;
        this.costs = costs;
        var orders = new HashMap<String, Comparator<Line>>();
        var columns = columns(orders);
        source = new ListSource<>(Line::name, orders);
        grid = new DataGrid<>(
                desk, id, columns, (a, b) -> a.tally().id().equals(b.tally().id()));
        grid.onOpen(line -> controller.open(target.apply(line)));
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        grid.show(source);
    }

    DataGrid<Line> grid() {
        return grid;
    }

    void show(List<Line> lines) {
        source.set(lines.stream()
                .sorted(Comparator.comparingLong((Line line) -> line.tally().total())
                        .reversed()
                        .thenComparing(byName()))
                .toList());
        grid.reload();
    }

    private List<GridColumn<Line>> columns(Map<String, Comparator<Line>> orders) {
        var columns = new ArrayList<GridColumn<Line>>();
        columns.add(column("name", nameKey, Line::name).width(240).flexible(150).sortable());
        orders.put("name", byName());
        columns.add(count(orders, "total", "home.total", line -> line.tally().total()));
        for (var stand : Stand.values()) {
            if (stand != Stand.TERMINATED) {
                columns.add(count(
                        orders,
                        stand.name(),
                        stand.wordKey(),
                        line -> line.tally().of(stand)));
            }
        }
        columns.add(column("share", "home.share", line -> texts.formats().percent(share(line)))
                .width(110)
                .number()
                .sortable());
        orders.put("share", Comparator.comparingDouble(StandsTable::share));
        if (costs) {
            columns.add(column("cost", "home.cost", Line::cost)
                    .width(170)
                    .flexible(120)
                    .number());
        }
        return columns;
    }

    private GridColumn<Line> count(
            Map<String, Comparator<Line>> orders, String id, String titleKey, ToLongFunction<Line> figure) {
        orders.put(id, Comparator.comparingLong(figure));
        return column(id, titleKey, line -> texts.formats().number(figure.applyAsLong(line)))
                .width(105)
                .number()
                .sortable();
    }

    private GridColumn<Line> column(String id, String titleKey, Function<Line, String> text) {
        cells.put(id, text);
        return GridColumn.of(id, titleKey, text);
    }

    private static Comparator<Line> byName() {
        return Comparator.comparing(line -> Spelling.plain(line.name()));
    }

    private static double share(Line line) {
        long used = line.tally().of(Stand.ASSIGNED) + line.tally().of(Stand.IN_USE);
        return line.tally().total() == 0 ? 0 : (double) used / line.tally().total();
    }

    /** As the other lists do: what is selected, with headings over a table. */
    void copy() {
        var picked = grid.selection().picked();
        var columns = grid.selection().columns().stream()
                .filter(column -> picked.columns().contains(column.id()))
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        var rows = grid.table().getItems();
        var places = picked.all() ? IntStream.range(0, rows.size()).boxed().toList() : picked.rows();
        var lines = new ArrayList<List<String>>();
        if (places.size() > 1 && columns.size() > 1) {
            lines.add(columns.stream().map(column -> column.title()).toList());
        }
        for (int place : places) {
            lines.add(columns.stream()
                    .map(column -> picked.has(place, column.id()) ? cell(column.id(), rows.get(place)) : "")
                    .toList());
        }
        desk.clipboard().put(Tsv.write(lines));
        desk.toasts().show(texts.count("bulk.copied", places.size()));
    }

    /** A spreadsheet takes the space between thousands for a part of a word. */
    private String cell(String column, Line line) {
        var shown = cells.getOrDefault(column, Line::name).apply(line);
        return column.equals("name") || column.equals("cost")
                ? shown
                : shown.replaceAll("[\\u00a0\\u202f,](?=\\d)", "");
    }
}
