package cadran.desktop.tables;

import cadran.desktop.bulk.Tsv;
import cadran.desktop.edit.Op;
import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridSelection;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The commands on the selected rows of one table: bar, key and palette share them. */
final class BulkActions implements ManyRows {
    private final Desk desk;
    private final Workspace workspace;
    private final EntityType<?> type;
    private final TableView view;
    private final DataGrid<GridRow> grid;
    private final TableController table;
    private final BulkController controller;
    private final BulkBar bar;
    private final List<Command> all = new ArrayList<>();

    BulkActions(Desk desk, Workspace workspace, TableController table, TableView view) {
        this.desk = desk;
        this.workspace = workspace;
        this.view = view;
        this.table = table;
        type = table.type();
        grid = view.grid();
        controller = new BulkController(desk, workspace, table);
        var clear = Command.of("bulk.clear", Feather.X, () -> grid.selection().clear())
                .onKey(new KeyCodeCombination(KeyCode.ESCAPE))
                .when(isOnMany());
        bar = new BulkBar(desk, type.name(), grid.selection().countProperty(), clear);
        view.foot(bar);
        if (table.mayWrite()) {
            add(onMany("bulk.edit", Feather.EDIT_2, KeyCode.M, () -> controller.edit(selected())));
            type.fields().stream()
                    .filter(field -> field.kind() == FieldKind.WORDS && table.mayWrite(field))
                    .findFirst()
                    .ifPresent(words ->
                            add(onMany("bulk.tag", Feather.TAG, KeyCode.T, () -> controller.tag(selected(), words))));
            all.add(Command.of("bulk.fill", Feather.ARROW_DOWN, this::fill)
                    .onKey(new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN))
                    .when(isOnMany()));
        }
        all.add(Command.of("bulk.copy", Feather.COPY, this::copy)
                .onKey(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN))
                .when(grid.focusedRowProperty().isNotNull().or(isOnMany())));
        if (table.mayWrite()) {
            all.add(Command.of("bulk.paste", Feather.CLIPBOARD, this::paste)
                    .onKey(new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN))
                    .when(grid.focusedRowProperty().isNotNull().or(isOnMany())));
        }
        all.add(clear);
    }

    List<Command> all() {
        return all;
    }

    /** A command with its button in the bar. */
    void add(Command command) {
        bar.add(command);
        all.add(command);
    }

    /** One that is entered elsewhere. */
    void show(Command command) {
        bar.add(command);
    }

    @Override
    public void edit(Function<List<Row>, Op> made) {
        controller.preview(selected(), made);
    }

    @Override
    public void edit(Function<List<Row>, Op> made, Teller teller) {
        controller.preview(selected(), made, teller);
    }

    @Override
    public void preview(Op op) {
        controller.preview(op);
    }

    @Override
    public void read(Consumer<List<GridRow>> then) {
        controller.read(selected(), then);
    }

    Command onMany(String text, Ikon icon, KeyCode key, Runnable action) {
        return Command.of(text, icon, action)
                .onKey(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))
                .when(isOnMany());
    }

    private BooleanBinding isOnMany() {
        return grid.selection().countProperty().greaterThan(1);
    }

    private SelectedRows selected() {
        return view.shown().at(places(grid.selection().picked()));
    }

    static SelectedRows.Places places(GridSelection.Picked picked) {
        return picked.all()
                ? new SelectedRows.Places.All()
                : new SelectedRows.Places.These(picked.groups(), picked.rows());
    }

    private void fill() {
        var column = grid.selection().picked().focusedColumn();
        var more = table.more(column);
        if (column == null || grid.isEditing()) {
            return;
        }
        if (type.has(column)) {
            controller.fill(selected(), type.field(column));
        } else if (more != null) {
            controller.fill(selected(), more, column);
        }
    }

    private void paste() {
        if (grid.isEditing()) {
            return;
        }
        controller.paste(new PasteReader(
                table,
                new CellText(desk.texts(), workspace.rows(), type),
                desk.clipboard().text(),
                grid.selection().columns(),
                grid.selection().picked(),
                view.shown()));
    }

    /** Headings only over a table: a list of values goes as it is. */
    private void copy() {
        var picked = grid.selection().picked();
        if (grid.isEditing() || picked.columns().isEmpty()) {
            return;
        }
        var cells = new CellText(desk.texts(), workspace.rows(), type);
        var columns = grid.selection().columns().stream()
                .filter(column -> picked.columns().contains(column.id()))
                .toList();
        var selected = selected();
        desk.background()
                .run(
                        Lane.READERS,
                        "work.copy",
                        progress -> {
                            var lines = new ArrayList<List<String>>();
                            var rows = selected.read(progress);
                            if (rows.size() > 1 && columns.size() > 1) {
                                lines.add(columns.stream()
                                        .map(GridSelection.Column::title)
                                        .toList());
                            }
                            for (int i = 0; i < rows.size(); i++) {
                                var row = rows.get(i);
                                int place = picked.isWhole() ? i : picked.rows().get(i);
                                lines.add(columns.stream()
                                        .map(column -> picked.has(place, column.id()) ? copied(cells, row, column) : "")
                                        .toList());
                            }
                            return new Copied(rows.size(), Tsv.write(lines));
                        },
                        copied -> {
                            desk.clipboard().put(copied.text());
                            desk.toasts().show(desk.texts().count("bulk.copied", copied.rows()));
                        },
                        this::tell);
    }

    private record Copied(int rows, String text) {}

    /** What stands in no field of the row is copied as it is shown. */
    private String copied(CellText cells, GridRow row, GridSelection.Column column) {
        var more = table.more(column.id());
        return type.has(column.id())
                ? cells.write(row, type.field(column.id()))
                : more != null ? more.write(row, column.id()) : grid.text(column.id(), row);
    }

    private void tell(Problem problem) {
        desk.toasts().show(desk.texts().problem(problem));
    }
}
