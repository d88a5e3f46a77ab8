package cadran.desktop.store;

import cadran.model.sync.EntityType;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rows of one type, in which order.
 *
 * @param text what somebody typed to find them; empty for all
 * @param limit of keys; 0 for all of them
 */
public record Query(EntityType<?> type, String text, List<Filter> filters, List<Sort> sorts, int limit) {
    public Query {
        filters = List.copyOf(filters);
        sorts = List.copyOf(sorts);
    }

    /** Every row, by what the rows are called. */
    public static Query of(EntityType<?> type) {
        return new Query(
                type, "", List.of(), type.labelFields().stream().map(Sort::up).toList(), 0);
    }

    public Query matching(String typed) {
        return new Query(type, typed, filters, sorts, limit);
    }

    public Query where(Filter filter) {
        var more = new ArrayList<>(filters);
        more.add(filter);
        return new Query(type, text, more, sorts, limit);
    }

    public Query sortedBy(Sort... order) {
        return new Query(type, text, filters, List.of(order), limit);
    }

    public Query first(int count) {
        return new Query(type, text, filters, sorts, count);
    }
}
