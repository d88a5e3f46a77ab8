package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.GridRow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of a grid that are no fields of its rows, and are copied, pasted and filled like those. */
public interface MoreColumns {
    boolean has(String column);

    @Nullable
    Object value(GridRow row, String column);

    /** As a spreadsheet takes it. */
    String write(GridRow row, String column);

    /** What the text means; throws the problem with it. */
    @Nullable
    Object read(GridRow row, String column, String typed);

    /** Throws the problem of a column into which nothing is put any more. */
    void mayBeSet(String column);

    /**
     * The edit that does it.
     *
     * @param values by column, of rows by their ids
     */
    Op setting(String labelKey, Map<UUID, Map<String, @Nullable Object>> values);

    /** Tells of such edits of these rows. */
    Teller teller(List<GridRow> rows);
}
