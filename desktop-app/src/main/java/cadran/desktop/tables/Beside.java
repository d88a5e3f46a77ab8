package cadran.desktop.tables;

import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Command;
import java.util.List;
import javafx.scene.Node;

/** What stands under a row's own lines in the detail column, such as the rows that belong to it. */
public interface Beside {
    Node node();

    /** A row came into focus, or changed. */
    void show(GridRow row);

    /** What can be done there for the row in focus, also by key and by the palette. */
    default List<Command> commands() {
        return List.of();
    }
}
