package cadran.desktop.tables;

import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.RowSource;
import org.jspecify.annotations.Nullable;

/** The rows of a query as a grid lists them, for whoever wants more of them than the grid holds. */
interface ListedRows extends RowSource<GridRow> {
    /** All that is found, in the order of the list. */
    Query ordered(RowSource.@Nullable Sort sort);

    /** By its lines; 0 for a heading. Read anew. */
    long[] keys(RowSource.@Nullable Sort sort);
}
