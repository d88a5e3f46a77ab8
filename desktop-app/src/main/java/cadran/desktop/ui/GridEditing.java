package cadran.desktop.ui;

import java.util.Comparator;
import java.util.Optional;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Editing in place, one cell at a time; what arrives meanwhile is shown when it ends. */
final class GridEditing<R> {
    private final DataGrid<R> grid;
    private final TableView<R> table;
    private @Nullable String typed;
    private boolean isOn;
    private boolean reloadsAfter;

    GridEditing(DataGrid<R> grid, TableView<R> table) {
        this.grid = grid;
        this.table = table;
    }

    boolean isOn() {
        return isOn;
    }

    /** Whether a reload has to wait, and will. */
    boolean holdsUp() {
        reloadsAfter |= isOn;
        return isOn;
    }

    boolean isPossible() {
        return focusedColumn().isPresent();
    }

    /** In the cell that has the focus; false where nobody can. */
    boolean begin(String firstCharacter) {
        var column = focusedColumn();
        if (column.isEmpty()) {
            return false;
        }
        typed = firstCharacter;
        table.edit(
                table.getFocusModel().getFocusedCell().getRow(),
                grid.column(column.get().id()));
        typed = null;
        return true;
    }

    /** What it began with, where it began by typing. */
    @Nullable
    String begun() {
        isOn = true;
        return typed;
    }

    void ended() {
        isOn = false;
        if (reloadsAfter) {
            reloadsAfter = false;
            grid.reload();
        }
    }

    private Optional<GridColumn<R>> focusedColumn() {
        var row = grid.focusedRowProperty().get();
        TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
        return row == null || cell == null || cell.getTableColumn() == null
                ? Optional.empty()
                : grid.columns().stream()
                        .filter(column ->
                                column.id().equals(cell.getTableColumn().getId()))
                        .filter(column -> column.isEditable(row))
                        .findFirst();
    }

    /** After a commit: down to the next row, or to the next column that can be edited, around the end of the row. */
    void moveFrom(int row, GridColumn<R> from, int down, int right) {
        int target = row + down;
        var shown = grid.columnLayout().shownColumns();
        var editable = grid.columns().stream()
                .filter(GridColumn::isEditable)
                .filter(column -> shown.contains(column.id()))
                .sorted(Comparator.comparingInt(column -> shown.indexOf(column.id())))
                .toList();
        int next = editable.indexOf(from) + right;
        if (next >= editable.size()) {
            next = 0;
            target++;
        } else if (next < 0) {
            next = editable.size() - 1;
            target--;
        }
        while (grid.headingsProperty().get().isAt(target)) {
            target += Integer.signum(target - row);
        }
        target = Math.clamp(target, 0, table.getItems().size() - 1);
        var column = grid.column(editable.get(next).id());
        table.getSelectionModel().clearAndSelect(target, column);
        table.getFocusModel().focus(target, column);
        table.scrollTo(Math.max(0, target - 3));
        table.scrollToColumn(column);
    }
}
