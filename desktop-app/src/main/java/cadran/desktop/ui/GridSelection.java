package cadran.desktop.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * What is selected in a {@link DataGrid}: cells, in rows that need not be in memory, whole groups by their headings, or
 * everything by a flag. It stays with its rows when others come and go, and when the order changes.
 */
public final class GridSelection<R> implements PagedRows.Follower {
    private final DataGrid<R> grid;
    private final TableView<R> table;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ObservableSet<Object> groups = FXCollections.observableSet(new LinkedHashSet<>());
    /** While many cells are selected one by one. */
    private boolean restoring;

    GridSelection(DataGrid<R> grid, TableView<R> table) {
        this.grid = grid;
        this.table = table;
        table.getSelectionModel().getSelectedCells().addListener((ListChangeListener<Object>) change -> recount());
        grid.allSelectedProperty().subscribe(all -> recount());
        groups.addListener((SetChangeListener<Object>) change -> {
            grid.showHeadings();
            recount();
        });
    }

    /** The groups that are selected as a whole. */
    Set<Object> groups() {
        return groups;
    }

    /** Selects all rows under the heading at this place, or lets them go; false where there is none. */
    boolean tick(int place) {
        var heading = grid.headingsProperty().get().at(place);
        if (heading == null) {
            return false;
        }
        grid.allSelectedProperty().set(false);
        if (!groups.remove(heading.group())) {
            groups.add(heading.group());
        }
        return true;
    }

    void untick() {
        groups.clear();
    }

    /**
     * What was selected at one moment; without a selection, the cell in focus.
     *
     * @param all everything that the grid shows; then no row is named
     * @param groups all that stands under these headings; rows among them are not named
     * @param rows places in the grid's order
     * @param columns that have a selected cell, in the order in which they are shown; all of them where all is selected
     */
    public record Picked(
            boolean all,
            List<Object> groups,
            List<Integer> rows,
            List<String> columns,
            Map<Integer, Set<String>> cells,
            int focusedRow,
            @Nullable String focusedColumn) {
        public boolean has(int row, String column) {
            return isWhole() || cells.getOrDefault(row, Set.of()).contains(column);
        }

        /** Whole rows, and not cells of them. */
        public boolean isWhole() {
            return all || !groups.isEmpty();
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
            if (cell.getTableColumn() != null && isAlone(cell.getRow())) {
                cells.computeIfAbsent(cell.getRow(), any -> new HashSet<>())
                        .add(cell.getTableColumn().getId());
            }
        }
        if (cells.isEmpty() && groups.isEmpty() && focusedColumn != null && isRow(focus.getRow())) {
            cells.put(focus.getRow(), Set.of(focusedColumn));
        }
        boolean all = grid.allSelectedProperty().get();
        var used = new HashSet<String>();
        cells.values().forEach(used::addAll);
        boolean isWhole = all || !groups.isEmpty();
        return new Picked(
                all,
                all ? List.of() : ticked().map(Heading::group).toList(),
                all ? List.of() : List.copyOf(new TreeSet<>(cells.keySet())),
                columns().stream()
                        .map(Column::id)
                        .filter(id -> isWhole || used.contains(id))
                        .toList(),
                cells,
                focus.getRow(),
                focusedColumn);
    }

    @Override
    public List<Integer> places() {
        var places = new TreeSet<Integer>();
        table.getSelectionModel().getSelectedCells().forEach(cell -> places.add(cell.getRow()));
        return List.copyOf(places);
    }

    /**
     * Lets the table hear of changed rows. It answers by selecting the whole row of its selection and taking the focus
     * to the last column; whoever goes through cells by arrows has to find the focus where it was.
     */
    @Override
    public void around(Runnable telling, Moves moves) {
        var selection = table.getSelectionModel();
        var focus = table.getFocusModel().getFocusedCell();
        var selected = cells();
        telling.run();
        boolean isStill = selected.stream().allMatch(cell -> line(cell, selected, moves) == cell.getRow());
        if (grid.isEditing() || (isStill && selected.equals(selection.getSelectedCells()))) {
            return;
        }
        select(selected, moves);
        int standing = moves.standing(focus.getRow());
        if (focus.getTableColumn() != null && standing < table.getItems().size()) {
            table.getFocusModel().focus(standing, column(focus));
        }
    }

    List<TablePosition<?, ?>> cells() {
        var cells = new ArrayList<TablePosition<?, ?>>();
        table.getSelectionModel().getSelectedCells().forEach(cells::add);
        return cells;
    }

    /** Those of the cells that were selected in another list. */
    void select(List<TablePosition<?, ?>> cells, Moves moves) {
        var selection = table.getSelectionModel();
        restoring = true;
        selection.clearSelection();
        for (var cell : cells) {
            int line = line(cell, cells, moves);
            if (line >= 0 && line < table.getItems().size()) {
                selection.select(line, column(cell));
            }
        }
        restoring = false;
        recount();
    }

    /** A cell alone is where somebody stands; of several, those whose rows are gone are gone too. */
    private static int line(TablePosition<?, ?> cell, List<TablePosition<?, ?>> all, Moves moves) {
        return all.size() == 1 ? moves.standing(cell.getRow()) : moves.row(cell.getRow());
    }

    /** After the headings changed. */
    void keepGroups(Headings headings) {
        groups.removeIf(group -> headings.placeOf(group) < 0);
    }

    private Stream<Heading> ticked() {
        return grid.headingsProperty().get().all().filter(Heading::ticked);
    }

    /** Not selected along with its group. */
    private boolean isAlone(int place) {
        var over = grid.headingsProperty().get().over(place);
        return isRow(place) && (over == null || !over.ticked());
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
        groups.clear();
        var focus = table.getFocusModel().getFocusedCell();
        table.getSelectionModel().clearSelection();
        if (focus.getTableColumn() != null && focus.getRow() >= 0) {
            table.getSelectionModel().select(focus.getRow(), column(focus));
            table.getFocusModel().focus(focus.getRow(), column(focus));
        }
    }

    void recount() {
        if (restoring) {
            return;
        }
        count.set(
                grid.allSelectedProperty().get()
                        ? grid.rowCount()
                        : ticked().mapToInt(Heading::rows).sum()
                                + (int) table.getSelectionModel().getSelectedCells().stream()
                                        .map(cell -> cell.getRow())
                                        .filter(this::isAlone)
                                        .distinct()
                                        .count());
    }
}
