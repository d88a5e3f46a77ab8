package cadran.desktop.ui;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/** A row that shows the grid's "all selected". */
final class GridRow<R> extends TableRow<R> {
    private static final PseudoClass ALL = PseudoClass.getPseudoClass("all-selected");

    GridRow(DataGrid<R> grid) {
        grid.allSelectedProperty().subscribe(all -> pseudoClassStateChanged(ALL, all));
    }
}
