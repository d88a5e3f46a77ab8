package cadran.desktop.tables;

import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Rows;
import cadran.desktop.ui.RowSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table's rows for a grid. The first page is read on its own, so that it is there before the keys of a million rows
 * are; the keys of the whole order follow when somebody scrolls, and are forgotten when the grid counts again.
 */
public final class TableSource implements ListedRows {
    private final Rows rows;
    private final Query query;
    private final Sorting sorting;
    private long @Nullable [] keys;
    private RowSource.@Nullable Sort keysOrder;

    /** What the rows are put in order by when somebody sorts by a column. */
    @FunctionalInterface
    public interface Sorting {
        Sorting BY_FIELD = sort -> new cadran.desktop.query.Sort(sort.column(), !sort.ascending());

        cadran.desktop.query.Sort of(RowSource.Sort sort);
    }

    public TableSource(Rows rows, Query query) {
        this(rows, query, Sorting.BY_FIELD);
    }

    TableSource(Rows rows, Query query, Sorting sorting) {
        this.rows = rows;
        this.query = query;
        this.sorting = sorting;
    }

    @Override
    public synchronized int count() {
        keys = null;
        return Math.toIntExact(rows.count(query));
    }

    @Override
    public synchronized List<GridRow> page(int from, int most, RowSource.@Nullable Sort sort) {
        if (keys != null && java.util.Objects.equals(sort, keysOrder)) {
            return rows.page(query.type(), keys, from, from + most);
        }
        if (from == 0) {
            return rows.page(
                    query.type(), rows.keys(ordered(query, sort, sorting).first(most)), 0, most);
        }
        var all = rows.keys(ordered(query, sort, sorting));
        keys = all;
        keysOrder = sort;
        return rows.page(query.type(), all, from, from + most);
    }

    @Override
    public synchronized long keyAt(int line, RowSource.@Nullable Sort sort) {
        return keys != null && line < keys.length && java.util.Objects.equals(sort, keysOrder) ? keys[line] : 0;
    }

    @Override
    public int era() {
        return rows.file();
    }

    @Override
    public Query ordered(RowSource.@Nullable Sort sort) {
        return ordered(query, sort, sorting);
    }

    @Override
    public long[] keys(RowSource.@Nullable Sort sort) {
        return rows.keys(ordered(query, sort, sorting));
    }

    /** The column first, then what the rows are called, so that equal ones stand in a useful order. */
    static Query ordered(Query query, RowSource.@Nullable Sort sort, Sorting sorting) {
        if (sort == null) {
            return query;
        }
        var order = new ArrayList<cadran.desktop.query.Sort>();
        order.add(sorting.of(sort));
        query.sorts().stream()
                .filter(next -> !next.field().equals(sort.column()))
                .forEach(order::add);
        return query.sortedBy(order.toArray(cadran.desktop.query.Sort[]::new));
    }
}
