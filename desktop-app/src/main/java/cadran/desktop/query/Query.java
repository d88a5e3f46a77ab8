package cadran.desktop.query;

import cadran.model.sync.EntityType;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rows of one type, in which order.
 *
 * @param filters all of which must hold
 * @param limit of keys; 0 for all of them
 */
public record Query(EntityType<?> type, List<Filter> filters, List<Sort> sorts, int limit) {
    public Query {
        filters = List.copyOf(filters);
        sorts = List.copyOf(sorts);
    }

    /** Every row, by what the rows are called. */
    public static Query of(EntityType<?> type) {
        return new Query(
                type, List.of(), type.labelFields().stream().map(Sort::up).toList(), 0);
    }

    /** In no order. */
    public static Query unordered(EntityType<?> type) {
        return new Query(type, List.of(), List.of(), 0);
    }

    /** What somebody typed to find rows by what they say; empty finds all. */
    public Query matching(String typed) {
        return where(SearchText.filters(typed));
    }

    public Query where(Filter filter) {
        return where(List.of(filter));
    }

    public Query where(List<Filter> more) {
        var all = new ArrayList<>(filters);
        all.addAll(more);
        return new Query(type, all, sorts, limit);
    }

    public Query sortedBy(Sort... order) {
        return new Query(type, filters, List.of(order), limit);
    }

    public Query first(int count) {
        return new Query(type, filters, sorts, count);
    }
}
