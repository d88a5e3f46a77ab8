package cadran.desktop.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the prices that are known for later change in the monthly cost of all numbers that are not terminated. */
final class CostChanges {
    /** From here on it costs less to go through all prices. */
    private static final int MANY = 20_000;

    private static final String PRICES =
            "SELECT p.did_id, p.starts_on, p.currency, p.monthly_cost, d.currency, d.monthly_cost"
                    + " FROM number_price p JOIN did d ON d.id = p.did_id AND d.status <> 'TERMINATED' WHERE ";

    private final Map<UUID, List<Price>> coming = new HashMap<>();
    private final Map<UUID, Amount> now = new HashMap<>();

    private record Amount(
            @Nullable String currency, @Nullable BigDecimal cost) {}

    private record Price(LocalDate from, Amount amount) {}

    private CostChanges() {}

    /**
     * By currency, up to each of the days.
     *
     * @param keys of the prices that begin after today and up to the last of the days
     */
    static Map<LocalDate, Map<@Nullable String, BigDecimal>> on(
            Connection connection, long[] keys, LocalDate today, List<LocalDate> days) throws SQLException {
        var changes = new CostChanges();
        if (keys.length > MANY) {
            try (var select = connection.prepareStatement(PRICES + "p.starts_on > ? AND p.starts_on <= ?")) {
                select.setObject(1, today);
                select.setObject(2, days.getLast());
                changes.read(select);
            }
        } else if (keys.length > 0) {
            try (var select = connection.prepareStatement(PRICES + "p.row_key = ANY(?)")) {
                for (var some : Chunks.of(Arrays.stream(keys).boxed().toList())) {
                    select.setObject(1, some.toArray());
                    changes.read(select);
                }
            }
        }
        var found = new HashMap<LocalDate, Map<@Nullable String, BigDecimal>>();
        days.forEach(day -> found.put(day, changes.until(day)));
        return found;
    }

    private void read(PreparedStatement select) throws SQLException {
        try (var result = select.executeQuery()) {
            while (result.next()) {
                var did = result.getObject(1, UUID.class);
                var amount = new Amount(result.getString(3), result.getBigDecimal(4));
                coming.computeIfAbsent(did, any -> new ArrayList<>())
                        .add(new Price(result.getObject(2, LocalDate.class), amount));
                now.put(did, new Amount(result.getString(5), result.getBigDecimal(6)));
            }
        }
    }

    /** Of each number the price that it will have, without the one that it has. */
    private Map<@Nullable String, BigDecimal> until(LocalDate day) {
        var changes = new HashMap<@Nullable String, BigDecimal>();
        coming.forEach((did, prices) -> prices.stream()
                .filter(price -> !price.from().isAfter(day))
                .max(Comparator.comparing(Price::from))
                .ifPresent(price -> {
                    add(changes, price.amount(), false);
                    add(changes, now.get(did), true);
                }));
        return changes;
    }

    private static void add(Map<@Nullable String, BigDecimal> changes, @Nullable Amount amount, boolean isLess) {
        if (amount != null && amount.cost() != null) {
            changes.merge(amount.currency(), isLess ? amount.cost().negate() : amount.cost(), BigDecimal::add);
        }
    }
}
