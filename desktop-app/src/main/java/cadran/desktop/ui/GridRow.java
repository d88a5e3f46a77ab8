package cadran.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A row that shows the grid's "all selected", a heading where it is one, and its first cells however far one scrolls. */
final class GridRow<R> extends TableRow<R> {
    private static final PseudoClass ALL = PseudoClass.getPseudoClass("all-selected");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final DataGrid<R> grid;
    private final List<TableCell<R, ?>> pinned = new ArrayList<>();
    private @Nullable HeadingLine line;
    private Subscription following = Subscription.EMPTY;

    GridRow(DataGrid<R> grid) {
        this.grid = grid;
        // With each refresh the table makes new rows and throws these away, without a word to them.
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY : follow();
        });
    }

    private Subscription follow() {
        return Subscription.combine(
                grid.allSelectedProperty().subscribe(all -> pseudoClassStateChanged(ALL, all)),
                grid.headingsProperty().subscribe(headings -> showHeading()),
                grid.frozen().columnsProperty().subscribe(this::pin),
                grid.frozen().scrolledProperty().subscribe(by -> shift()),
                itemProperty().subscribe(item -> updatePinned()),
                indexProperty().subscribe(index -> {
                    showHeading();
                    updatePinned();
                }));
    }

    private void showHeading() {
        var heading = grid.headingsProperty().get().at(getIndex());
        pseudoClassStateChanged(HEADING, heading != null);
        if (heading != null && line == null) {
            line = new HeadingLine();
        }
        if (line != null) {
            line.setVisible(heading != null);
            setAccessibleText(heading == null ? null : line.show(grid.desk().texts(), heading));
            requestLayout();
        }
        shift();
    }

    /** Copies of the first cells, since the table takes the real ones away when they are scrolled out of its sight. */
    private void pin(List<TableColumn<R, ?>> columns) {
        getChildren().removeAll(pinned);
        pinned.clear();
        columns.forEach(column -> pinned.add(cell(column)));
        if (!pinned.isEmpty()) {
            pinned.getLast().getStyleClass().add("pinned-edge");
        }
        updatePinned();
        shift();
        requestLayout();
    }

    private <S> TableCell<R, S> cell(TableColumn<R, S> column) {
        var cell = column.getCellFactory().call(column);
        cell.updateTableColumn(column);
        cell.updateTableView(getTableView());
        cell.updateTableRow(this);
        // Its own column's cell is.
        cell.setEditable(false);
        cell.setManaged(false);
        // The table adds the cells that come into its sight after it.
        cell.setViewOrder(-1);
        cell.getStyleClass().add("pinned");
        return cell;
    }

    private void updatePinned() {
        pinned.forEach(cell -> cell.updateIndex(getIndex()));
    }

    private void shift() {
        double by = grid.frozen().scrolledProperty().get();
        boolean isHeading = grid.headingsProperty().get().isAt(getIndex());
        for (var cell : pinned) {
            cell.setTranslateX(by);
            cell.setVisible(!isHeading && !isEmpty());
        }
        if (line != null) {
            line.setTranslateX(by);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double x = 0;
        for (var cell : pinned) {
            double width = cell.getTableColumn().getWidth();
            lay(cell, x, width);
            x += width;
        }
        if (line != null) {
            lay(line, 0, getTableView().getWidth());
        }
    }

    /** The table sets the children anew when its columns change. */
    private void lay(Node node, double x, double width) {
        if (!getChildren().contains(node)) {
            getChildren().add(node);
        }
        node.resizeRelocate(x, 0, width, getHeight());
    }
}
