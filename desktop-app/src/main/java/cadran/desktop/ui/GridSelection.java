package cadran.desktop.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** What is selected in a {@link DataGrid}: cells, in rows that need not be in memory, or everything by a flag. */
public final class GridSelection<R> {
    private final DataGrid<R> grid;
    private final TableView<R> table;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    GridSelection(DataGrid<R> grid, TableView<R> table) {
        this.grid = grid;
        this.table = table;
        table.getSelectionModel().getSelectedCells().addListener((ListChangeListener<Object>) change -> recount());
        grid.allSelectedProperty().subscribe(all -> recount());
    }

    /**
     * What was selected at one moment; without a selection, the cell in focus.
     *
     * @param all everything that the grid shows; then no row is named
     * @param rows places in the grid's order
     * @param columns that have a selected cell, in the order in which they are shown; all of them where all is selected
     */
    public record Picked(
            boolean all,
            List<Integer> rows,
            List<String> columns,
            Map<Integer, Set<String>> cells,
            int focusedRow,
            @Nullable String focusedColumn) {
        public boolean has(int row, String column) {
            return all || cells.getOrDefault(row, Set.of()).contains(column);
        }
    }

    /** A column as it is shown. */
    public record Column(String id, String title) {}

    /** How many rows have a selected cell. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** In the order in which they are shown. */
    public List<Column> columns() {
        return table.getVisibleLeafColumns().stream()
                .filter(column -> grid.isData(column))
                .map(column -> new Column(column.getId(), column.getText()))
                .toList();
    }

    public Picked picked() {
        var focus = table.getFocusModel().getFocusedCell();
        boolean isData = focus.getTableColumn() != null && grid.isData(focus.getTableColumn());
        var focusedColumn = isData ? focus.getTableColumn().getId() : null;
        var cells = new HashMap<Integer, Set<String>>();
        for (TablePosition<?, ?> cell : table.getSelectionModel().getSelectedCells()) {
            if (cell.getTableColumn() != null && cell.getRow() >= 0) {
                cells.computeIfAbsent(cell.getRow(), any -> new HashSet<>())
                        .add(cell.getTableColumn().getId());
            }
        }
        if (cells.isEmpty() && focusedColumn != null && focus.getRow() >= 0) {
            cells.put(focus.getRow(), Set.of(focusedColumn));
        }
        boolean all = grid.allSelectedProperty().get();
        var used = new HashSet<String>();
        cells.values().forEach(used::addAll);
        return new Picked(
                all,
                all ? List.of() : List.copyOf(new TreeSet<>(cells.keySet())),
                columns().stream()
                        .map(Column::id)
                        .filter(id -> all || used.contains(id))
                        .toList(),
                cells,
                focus.getRow(),
                focusedColumn);
    }

    /** Leaves the cell in focus. */
    public void clear() {
        grid.allSelectedProperty().set(false);
        var focus = table.getFocusModel().getFocusedCell();
        table.getSelectionModel().clearSelection();
        if (focus.getTableColumn() != null && focus.getRow() >= 0) {
            table.getSelectionModel().select(focus.getRow(), DataGrid.column(focus));
            table.getFocusModel().focus(focus.getRow(), DataGrid.column(focus));
        }
    }

    void recount() {
        count.set(
                grid.allSelectedProperty().get()
                        ? table.getItems().size()
                        : (int) table.getSelectionModel().getSelectedCells().stream()
                                .map(cell -> cell.getRow())
                                .distinct()
                                .count());
    }
}
