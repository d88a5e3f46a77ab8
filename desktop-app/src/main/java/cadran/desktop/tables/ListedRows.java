package cadran.desktop.tables;

import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.RowSource;
import org.jspecify.annotations.Nullable;

/** The rows of a query as a grid lists them, for whoever wants more of them than the grid holds. */
interface ListedRows extends RowSource<GridRow> {
    /** All that is found, in the order of the list. */
    Query ordered(RowSource.@Nullable Sort sort);

    @Override
    long[] keys(RowSource.@Nullable Sort sort);

    @Override
    default long key(GridRow row) {
        return row.key();
    }

    /** What stands under one heading, folded or not. */
    default Query ofGroup(Object group, RowSource.@Nullable Sort sort) {
        throw new IllegalArgumentException("no groups here");
    }
}
