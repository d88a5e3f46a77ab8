package cadran.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first column, and the dot before it, in sight while the table is scrolled sideways. The table knows no such
 * thing: the headings are moved along, and each row shows copies of its first cells over the others.
 */
final class FrozenColumns<R> {
    private static final String PINNED = "pinned";

    private final TableView<R> table;
    private final ReadOnlyDoubleWrapper scrolled = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<List<TableColumn<R, ?>>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable ScrollBar bar;

    FrozenColumns(TableView<R> table) {
        this.table = table;
        table.skinProperty().subscribe(skin -> {
            if (skin != null) {
                followBar();
            }
        });
        table.getVisibleLeafColumns().addListener((ListChangeListener<Object>) change -> later());
        table.widthProperty().subscribe(this::choose);
        table.getFocusModel().focusedCellProperty().subscribe(cell -> Platform.runLater(this::uncover));
    }

    /** How far the table is scrolled, where columns are frozen. */
    ReadOnlyDoubleProperty scrolledProperty() {
        return scrolled.getReadOnlyProperty();
    }

    /** Those that would be out of sight; none while the table is not scrolled sideways. */
    ReadOnlyObjectProperty<List<TableColumn<R, ?>>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    private void followBar() {
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar found && found.getOrientation() == Orientation.HORIZONTAL) {
                bar = found;
                found.valueProperty().subscribe(this::choose);
                found.visibleProperty().subscribe(this::choose);
            }
        }
    }

    /** The headings of new columns are made with the next layout. */
    private void later() {
        choose();
        Platform.runLater(this::moveHeadings);
    }

    private void choose() {
        double by = bar != null && bar.isVisible() ? bar.getValue() : 0;
        var frozen = by > 0 ? leading() : List.<TableColumn<R, ?>>of();
        if (!frozen.equals(columns.get())) {
            columns.set(frozen);
        }
        scrolled.set(by);
        moveHeadings();
    }

    /** Where they would take half of the room, what is scrolled to is worth more. */
    private List<TableColumn<R, ?>> leading() {
        var leading = new ArrayList<TableColumn<R, ?>>();
        double width = 0;
        for (var column : table.getVisibleLeafColumns()) {
            leading.add(column);
            width += column.getWidth();
            if (!DataGrid.STATE_COLUMN.equals(column.getId())) {
                break;
            }
        }
        return width < table.getWidth() / 2 ? List.copyOf(leading) : List.of();
    }

    private void moveHeadings() {
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header && header.getTableColumn() != null) {
                boolean isFrozen = columns.get().contains(header.getTableColumn());
                header.setTranslateX(isFrozen ? scrolled.get() : 0);
                header.setViewOrder(isFrozen ? -1 : 0);
                header.getStyleClass().remove(PINNED);
                if (isFrozen) {
                    header.getStyleClass().add(PINNED);
                }
            }
        }
    }

    /** The table scrolls a cell in focus to its left edge, where it would lie under the frozen ones. */
    private void uncover() {
        var focused = table.getFocusModel().getFocusedCell();
        if (bar == null || columns.get().isEmpty() || focused.getTableColumn() == null) {
            return;
        }
        double x = 0;
        for (var column : table.getVisibleLeafColumns()) {
            if (column.equals(focused.getTableColumn())) {
                break;
            }
            x += column.getWidth();
        }
        double covered =
                columns.get().stream().mapToDouble(TableColumn::getWidth).sum();
        if (!columns.get().contains(focused.getTableColumn()) && x - covered < bar.getValue()) {
            bar.setValue(Math.max(0, x - covered));
        }
    }

    /** What is edited is the cell itself, not its copy. */
    void reveal(TableColumn<R, ?> column) {
        if (bar != null && columns.get().contains(column)) {
            bar.setValue(0);
            table.layout();
        }
    }
}
