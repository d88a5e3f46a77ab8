package cadran.desktop.tables;

import cadran.desktop.filter.Key;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.GridColumn;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What another part of the program knows of a table's rows.
 *
 * @param changes tells whoever asks there when columns or keys have come to mean something else
 * @param findings tells whoever asks there when columns know more of rows that are in sight
 */
public record Knowledge(
        List<GridColumn<GridRow>> columns, List<Key> keys, Consumer<Runnable> changes, Consumer<Runnable> findings) {
    public Knowledge {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    public Knowledge(List<GridColumn<GridRow>> columns, List<Key> keys, Consumer<Runnable> changes) {
        this(columns, keys, changes, found -> {});
    }

    public Knowledge and(Knowledge other) {
        return new Knowledge(
                Stream.concat(columns.stream(), other.columns.stream()).toList(),
                Stream.concat(keys.stream(), other.keys.stream()).toList(),
                changes.andThen(other.changes),
                findings.andThen(other.findings));
    }
}
