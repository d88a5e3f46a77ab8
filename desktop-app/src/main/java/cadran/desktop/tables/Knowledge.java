package cadran.desktop.tables;

import cadran.desktop.filter.Key;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.GridColumn;
import java.util.List;
import java.util.function.Consumer;

/**
 * What another part of the program knows of a table's rows.
 *
 * @param changes tells whoever asks there when columns or keys have come to mean something else
 */
public record Knowledge(List<GridColumn<GridRow>> columns, List<Key> keys, Consumer<Runnable> changes) {
    public Knowledge {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }
}
