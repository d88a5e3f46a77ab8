package cadran.desktop.simulation;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A client equals the server row for row in what its user may see, and has nothing left to send. */
final class ClientChecks {
    private final World world;
    private final Client client;

    ClientChecks(World world, Client client) {
        this.world = world;
        this.client = client;
    }

    void check() {
        try (var mine = client.look(client.cache());
                var theirs = world.central().look();
                var outbox = client.look("outbox")) {
            for (var type : Schema.TYPES) {
                boolean readable = client.person.may(type.readPermission());
                Map<UUID, String> here = rows(mine, type, "");
                Map<UUID, String> there = readable
                        ? rows(
                                theirs,
                                type,
                                " WHERE org_id = '" + client.person.organisation.id() + "' AND audience IN ('"
                                        + client.person.organisation.id() + "', '" + client.person.id + "')")
                        : new TreeMap<>();
                equal(type, here, there);
            }
            numbers(outbox);
            none(mine, "nothing of ours lies on top", "SELECT id FROM server_copy");
            none(outbox, "the queue empties", "SELECT id FROM operation WHERE number IS NOT NULL AND result IS NULL");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void equal(EntityType<?> type, Map<UUID, String> here, Map<UUID, String> there) {
        there.forEach((id, row) -> {
            if (!row.equals(here.get(id))) {
                throw new Violation(
                        "every client equals the server",
                        client + " has " + type + " " + id + " as " + here.get(id) + ", the server as " + row);
            }
        });
        here.forEach((id, row) -> {
            if (!there.containsKey(id)) {
                throw new Violation(
                        "every client equals the server", client + " has " + type + " " + row + ", the server has not");
            }
        });
    }

    private static Map<UUID, String> rows(Connection connection, EntityType<?> type, String where) throws SQLException {
        String columns = type.fields().stream().map(Field::column).collect(Collectors.joining(", "));
        var rows = new TreeMap<UUID, String>();
        try (var select = connection.createStatement();
                var result = select.executeQuery(
                        "SELECT id, version, audience, " + columns + " FROM " + type.name() + where)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                var text = new StringBuilder();
                for (int i = 2; i <= width; i++) {
                    text.append(Cells.text(result, i)).append('|');
                }
                rows.put(Objects.requireNonNull(result.getObject(1, UUID.class)), text.toString());
            }
        }
        return rows;
    }

    private void numbers(Connection outbox) throws SQLException {
        try (var select = outbox.createStatement();
                var result = select.executeQuery("SELECT COUNT(number), MIN(number), MAX(number),"
                        + " (SELECT last_number FROM device) FROM operation")) {
            result.next();
            long count = result.getLong(1);
            boolean contiguous = result.getLong(3) - result.getLong(2) + 1 == count;
            if (count > 0 && result.getLong(3) != result.getLong(4)) {
                throw new Violation("numbers have no gap", client + " ends at " + result.getLong(3));
            }
            if (count > 0 && !contiguous) {
                throw new Violation("numbers have no gap", client + " has " + count + " up to " + result.getLong(3));
            }
        }
    }

    private void none(Connection connection, String invariant, String sql) throws SQLException {
        try (var select = connection.createStatement();
                var result = select.executeQuery(sql)) {
            if (result.next()) {
                throw new Violation(invariant, client + " " + result.getString(1));
            }
        }
    }
}
