package cadran.desktop.store;

import cadran.model.sync.Row;
import java.util.Map;
import java.util.UUID;

/**
 * A row as a list shows it.
 *
 * @param key short and local, the same as in the array of keys
 * @param labels for each reference that is not empty, what the row it points to is called
 * @param own of a number, its values of own fields by the field
 */
public record GridRow(long key, Row row, Map<String, String> labels, RowState state, Map<UUID, Row> own) {
    public GridRow(long key, Row row, Map<String, String> labels, RowState state) {
        this(key, row, labels, state, Map.of());
    }
}
