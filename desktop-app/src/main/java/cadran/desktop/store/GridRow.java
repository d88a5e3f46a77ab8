package cadran.desktop.store;

import cadran.model.sync.Row;
import java.util.Map;

/**
 * A row as a list shows it.
 *
 * @param key short and local, the same as in the array of keys
 * @param labels for each reference that is not empty, what the row it points to is called
 */
public record GridRow(long key, Row row, Map<String, String> labels, RowState state) {}
