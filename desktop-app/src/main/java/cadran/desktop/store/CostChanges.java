package cadran.desktop.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the prices that are known for later change in the monthly cost of all numbers that are not terminated. */
final class CostChanges {
    private static final String BEGUN_BY_THEN = "p.starts_on > ? AND p.starts_on <= ?";

    private static final String COMING = "SELECT p.currency, SUM(p.monthly_cost) FROM number_price p"
            + " JOIN did d ON d.id = p.did_id AND d.status <> 'TERMINATED' WHERE " + BEGUN_BY_THEN
            + " AND NOT EXISTS (SELECT 1 FROM number_price n WHERE n.did_id = p.did_id AND n.starts_on > p.starts_on"
            + " AND n.starts_on <= ?) GROUP BY p.currency";

    private static final String GOING = "SELECT d.currency, SUM(d.monthly_cost) FROM did d"
            + " WHERE d.status <> 'TERMINATED' AND d.id IN (SELECT p.did_id FROM number_price p WHERE " + BEGUN_BY_THEN
            + ") GROUP BY d.currency";

    private CostChanges() {}

    /** By currency. */
    static Map<@Nullable String, BigDecimal> between(Connection connection, LocalDate today, LocalDate then)
            throws SQLException {
        var changes = new HashMap<@Nullable String, BigDecimal>();
        try (var coming = connection.prepareStatement(COMING);
                var going = connection.prepareStatement(GOING)) {
            coming.setObject(1, today);
            coming.setObject(2, then);
            coming.setObject(3, then);
            try (var result = coming.executeQuery()) {
                while (result.next()) {
                    add(changes, result.getString(1), result.getBigDecimal(2));
                }
            }
            going.setObject(1, today);
            going.setObject(2, then);
            try (var result = going.executeQuery()) {
                while (result.next()) {
                    var sum = result.getBigDecimal(2);
                    add(changes, result.getString(1), sum == null ? null : sum.negate());
                }
            }
        }
        return changes;
    }

    private static void add(
            Map<@Nullable String, BigDecimal> changes, @Nullable String currency, @Nullable BigDecimal amount) {
        if (amount != null) {
            changes.merge(currency, amount, BigDecimal::add);
        }
    }
}
