package cadran.desktop.store;

import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberRange;
import cadran.model.sync.Row;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's numbers from one to another, by the index over all numbers: a range does not know its numbers, and
 * a number that is bought alone belongs to it all the same.
 */
public final class NumbersOfRange {
    /** Between two texts also lie longer ones: those are other numbers. */
    private static final String BETWEEN = " FROM did WHERE e164 BETWEEN ? AND ? AND CHAR_LENGTH(e164) = ?";

    /** For anybody, of those that don't rest. */
    private static final String RESERVED =
            " AND status = 'AVAILABLE' AND reserved_until >= ?" + " AND (rests_until IS NULL OR rests_until < ?)";

    /** A customer has its own pool beside what nobody has; what rests or is reserved for others is not offered. */
    private static final String FREE = BETWEEN
            + " AND status = 'AVAILABLE' AND (customer_id IS NULL OR customer_id = ?)"
            + " AND (rests_until IS NULL OR rests_until < ?)"
            + " AND (reserved_until IS NULL OR reserved_until < ? OR reserved_for_id = ?)";

    private final CacheStore cache;
    private final String first;
    private final String last;

    NumbersOfRange(CacheStore cache, String first, String last) {
        this.cache = cache;
        this.first = first;
        this.last = last;
    }

    public Occupancy occupancy(LocalDate today) {
        long size = NumberRange.size(first, last);
        return cache.read(connection -> {
            var counts = new EnumMap<DidStatus, Long>(DidStatus.class);
            long now = 0;
            try (var select = connection.prepareStatement("SELECT status, COUNT(*)" + BETWEEN + " GROUP BY status")) {
                bounds(select);
                try (var result = select.executeQuery()) {
                    while (result.next()) {
                        var status = DidStatus.valueOf(result.getString(1));
                        counts.put(status, result.getLong(2));
                        now += status == DidStatus.TERMINATED ? 0 : result.getLong(2);
                    }
                }
            }
            if (counts.containsKey(DidStatus.TERMINATED)) {
                // One that came back is another row with the same number: what it was before counts no more.
                counts.put(
                        DidStatus.TERMINATED,
                        count(connection.prepareStatement("SELECT COUNT(DISTINCT e164)" + BETWEEN)) - now);
            }
            long resting = 0;
            long reserved = 0;
            if (counts.containsKey(DidStatus.AVAILABLE)) {
                var select = connection.prepareStatement(
                        "SELECT COUNT(*)" + BETWEEN + " AND status = 'AVAILABLE' AND rests_until >= ?");
                select.setObject(4, today);
                resting = count(select);
                select = connection.prepareStatement("SELECT COUNT(*)" + BETWEEN + RESERVED);
                select.setObject(4, today);
                select.setObject(5, today);
                reserved = count(select);
            }
            return new Occupancy(size, counts, resting, reserved);
        });
    }

    private long count(PreparedStatement query) throws SQLException {
        try (var select = query) {
            bounds(select);
            try (var result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Those that are there or once were. */
    public Set<String> known() {
        return cache.read(connection -> {
            var known = new HashSet<String>();
            try (var select = connection.prepareStatement("SELECT e164" + BETWEEN)) {
                bounds(select);
                try (var result = select.executeQuery()) {
                    while (result.next()) {
                        known.add(result.getString(1));
                    }
                }
            }
            return known;
        });
    }

    /**
     * The next ones that a customer can be given, in their order.
     *
     * @param customer null for what nobody has in their pool
     * @param member who gives them
     */
    public List<Row> free(@Nullable UUID customer, UUID member, LocalDate today, int most) {
        var table = EntityTable.of(Did.TYPE);
        return cache.read(connection -> {
            try (var select =
                    connection.prepareStatement("SELECT " + table.columns("") + FREE + " ORDER BY e164 LIMIT ?")) {
                freeFor(select, customer, member, today);
                select.setInt(8, most);
                try (var result = select.executeQuery()) {
                    return table.readAll(result);
                }
            }
        });
    }

    public long countFree(@Nullable UUID customer, UUID member, LocalDate today) {
        return cache.read(connection -> {
            var select = connection.prepareStatement("SELECT COUNT(*)" + FREE);
            freeFor(select, customer, member, today);
            return count(select);
        });
    }

    private void freeFor(PreparedStatement select, @Nullable UUID customer, UUID member, LocalDate today)
            throws SQLException {
        bounds(select);
        select.setObject(4, customer);
        select.setObject(5, today);
        select.setObject(6, today);
        select.setObject(7, member);
    }

    private void bounds(PreparedStatement select) throws SQLException {
        select.setString(1, first);
        select.setString(2, last);
        select.setInt(3, first.length());
    }
}
