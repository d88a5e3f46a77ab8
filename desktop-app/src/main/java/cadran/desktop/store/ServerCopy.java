package cadran.desktop.store;

import cadran.model.sync.Row;
import org.jspecify.annotations.Nullable;

/**
 * What the server last said of a row that has edits of our own on top.
 *
 * @param row null: the server had no such row
 */
public record ServerCopy(@Nullable Row row) {}
