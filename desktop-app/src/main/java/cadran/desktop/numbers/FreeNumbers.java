package cadran.desktop.numbers;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Rows;
import cadran.model.numbers.DidStatus;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Numbers that somebody may give a customer today: free, in no other customer's pool, not at rest, and reserved for nobody
 * else.
 */
record FreeNumbers(Rows rows, UUID member, LocalDate today) {
    private static final int AT_ONCE = 500;

    /** The first of those that are found, in the order in which they are. */
    List<Row> first(Query among, UUID customer, int most) {
        if (most == 0) {
            return List.of();
        }
        var keys = rows.keys(free(among, customer).first(most));
        var found = new ArrayList<Row>(keys.length);
        for (int from = 0; from < keys.length; from += AT_ONCE) {
            rows.page(among.type(), keys, from, from + AT_ONCE).stream()
                    .map(GridRow::row)
                    .forEach(found::add);
        }
        return found;
    }

    long count(Query among, UUID customer) {
        return rows.count(free(among, customer));
    }

    private Query free(Query among, UUID customer) {
        return among.where(List.of(
                new Filter.Is("status", DidStatus.AVAILABLE.name()),
                new Filter.Any(List.of(new Filter.Is("customerId", null), new Filter.Is("customerId", customer))),
                new Filter.Not(new Filter.Between("restsUntil", today, null)),
                new Filter.Any(List.of(
                        new Filter.Is("reservedForId", null),
                        new Filter.Is("reservedForId", member),
                        new Filter.Not(new Filter.Between("reservedUntil", today, null))))));
    }
}
