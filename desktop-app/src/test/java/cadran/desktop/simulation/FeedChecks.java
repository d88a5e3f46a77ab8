package cadran.desktop.simulation;

import cadran.model.ids.OrganisationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The order of changes is whole, and what was written down about it agrees with itself. */
final class FeedChecks {
    private final World world;
    private final UUID organisation;

    FeedChecks(World world, Organisation organisation) {
        this.world = world;
        this.organisation = organisation.id();
    }

    void check() {
        try (var connection = world.central().look()) {
            if (!world.counts().containsKey("compactions")) {
                numbersHaveNoGap(connection);
                none(
                        connection,
                        "every batch ends in the feed",
                        "SELECT b.seq FROM feed_batch b WHERE b.org_id = ? AND NOT EXISTS"
                                + " (SELECT 1 FROM change_log c WHERE c.org_id = b.org_id AND c.seq = b.seq)");
            }
            none(
                    connection,
                    "the feed's head is its last batch",
                    "SELECT f.seq FROM org_feed f WHERE f.org_id = ? AND NOT EXISTS (SELECT 1 FROM feed_batch b"
                            + " WHERE b.org_id = f.org_id AND b.seq = f.seq AND b.hash = f.hash)");
            none(connection, "every change is in the feed with its version", versions());
            none(
                    connection,
                    "the server remembers each device's last number",
                    "SELECT d.device_id FROM sync_device d WHERE d.org_id = ? AND d.last_number <"
                            + " COALESCE((SELECT MAX(l.number) FROM operation_log l"
                            + " WHERE l.org_id = d.org_id AND l.device_id = d.device_id), d.last_number)");
            none(
                    connection,
                    "a live number exists once",
                    "SELECT e164 FROM did WHERE org_id = ? AND status <> 'TERMINATED' GROUP BY e164 HAVING COUNT(*) > 1");
            none(
                    connection,
                    "ranges have no number in common",
                    "SELECT a.id FROM number_range a JOIN number_range b ON b.org_id = a.org_id AND b.id <> a.id"
                            + " AND b.first_number <= a.last_number AND b.last_number >= a.first_number WHERE a.org_id = ?");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        var audit = world.central().nodes().getFirst();
        var broken = audit.audit().verify(audit.database(), new OrganisationId(organisation));
        if (broken.isPresent()) {
            throw new Violation("the audit chain holds", broken.get().toString());
        }
    }

    private static String versions() {
        var all = new StringBuilder();
        for (var type : cadran.model.Schema.TYPES) {
            all.append(all.isEmpty() ? "" : " UNION ALL ")
                    .append("SELECT t.id FROM ")
                    .append(type.name())
                    .append(
                            " t WHERE t.org_id = p.org AND t.version <> COALESCE((SELECT MAX(c.version) FROM change_log c")
                    .append(" WHERE c.org_id = t.org_id AND c.row_id = t.id), -1)");
        }
        return all.toString().replace("t.org_id = p.org", "t.org_id = ?");
    }

    private void numbersHaveNoGap(Connection connection) throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT COUNT(*), MIN(seq), MAX(seq) FROM change_log WHERE org_id = ?")) {
            select.setObject(1, organisation);
            try (var result = select.executeQuery()) {
                result.next();
                long count = result.getLong(1);
                if (count > 0 && (result.getLong(2) != 1 || result.getLong(3) != count)) {
                    throw new Violation("the feed has no gap", count + " changes up to " + result.getLong(3));
                }
            }
        }
    }

    private void none(Connection connection, String invariant, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= select.getParameterMetaData().getParameterCount(); i++) {
                select.setObject(i, organisation);
            }
            try (var result = select.executeQuery()) {
                if (result.next()) {
                    throw new Violation(invariant, result.getString(1));
                }
            }
        }
    }
}
