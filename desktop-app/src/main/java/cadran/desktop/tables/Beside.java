package cadran.desktop.tables;

import cadran.desktop.store.GridRow;
import javafx.scene.Node;

/** What stands under a row's own lines in the detail column, such as the rows that belong to it. */
public interface Beside {
    Node node();

    /** A row came into focus, or changed. */
    void show(GridRow row);
}
