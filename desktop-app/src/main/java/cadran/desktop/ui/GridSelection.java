package cadran.desktop.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
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
            if (cell.getTableColumn() != null && isRow(cell.getRow())) {
                cells.computeIfAbsent(cell.getRow(), any -> new HashSet<>())
                        .add(cell.getTableColumn().getId());
            }
        }
        if (cells.isEmpty() && focusedColumn != null && isRow(focus.getRow())) {
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

    /**
     * Lets the table hear of changed rows. It answers by selecting the whole row of its selection and taking the focus
     * to the last column; whoever goes through cells by arrows has to find the focus where it was.
     */
    void inPlace(Runnable telling) {
        var selection = table.getSelectionModel();
        var focus = table.getFocusModel().getFocusedCell();
        var selected = new ArrayList<TablePosition<?, ?>>();
        selection.getSelectedCells().forEach(selected::add);
        telling.run();
        if (grid.isEditing() || selected.equals(selection.getSelectedCells())) {
            return;
        }
        selection.clearSelection();
        for (var cell : selected) {
            if (cell.getRow() < table.getItems().size()) {
                selection.select(cell.getRow(), column(cell));
            }
        }
        if (focus.getTableColumn() != null && focus.getRow() < table.getItems().size()) {
            table.getFocusModel().focus(focus.getRow(), column(focus));
        }
    }

    @SuppressWarnings("unchecked") // every column of the table is one for its rows
    private static <R> TableColumn<R, ?> column(TablePosition<?, ?> cell) {
        return (TableColumn<R, ?>) cell.getTableColumn();
    }

    /** A heading has nothing to edit or to copy. */
    private boolean isRow(int place) {
        return place >= 0 && !grid.headingsProperty().get().isAt(place);
    }

    /** Leaves the cell in focus. */
    public void clear() {
        grid.allSelectedProperty().set(false);
        var focus = table.getFocusModel().getFocusedCell();
        table.getSelectionModel().clearSelection();
        if (focus.getTableColumn() != null && focus.getRow() >= 0) {
            table.getSelectionModel().select(focus.getRow(), column(focus));
            table.getFocusModel().focus(focus.getRow(), column(focus));
        }
    }

    void recount() {
        count.set(
                grid.allSelectedProperty().get()
                        ? grid.rowCount()
                        : (int) table.getSelectionModel().getSelectedCells().stream()
                                .map(cell -> cell.getRow())
                                .filter(this::isRow)
                                .distinct()
                                .count());
    }
}
