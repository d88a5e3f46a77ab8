package cadran.desktop.simulation;

import java.sql.SQLException;
import java.util.UUID;

/** Whether there is nothing left to send or to fetch. Looks without a step, so looking changes nothing. */
final class Quiet {
    private final World world;

    Quiet(World world) {
        this.world = world;
    }

    boolean isReached() {
        return world.clients().stream().allMatch(this::isQuiet);
    }

    private boolean isQuiet(Client client) {
        return client.isOpen()
                && client.isQuiet()
                && cursor(client).equals(head(client.person.organisation.id()))
                && waiting(client) == 0;
    }

    String whoIsNot() {
        var text = new StringBuilder();
        for (var client : world.clients()) {
            if (!isQuiet(client)) {
                text.append(client).append(" is ").append(client.describe());
                text.append(client.isOpen() ? " at " + cursor(client) : "");
                text.append(" of ")
                        .append(head(client.person.organisation.id()))
                        .append("; ");
            }
        }
        return text.toString();
    }

    /** The engine's own word is of its last round. */
    private static long waiting(Client client) {
        try (var connection = client.look("outbox");
                var select = connection.createStatement();
                var result = select.executeQuery(
                        "SELECT COUNT(*) FROM operation WHERE number IS NOT NULL AND result IS NULL")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Long cursor(Client client) {
        try (var connection = client.look(client.cache());
                var select = connection.createStatement();
                var result = select.executeQuery("SELECT cursor_number FROM sync_state")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Long head(UUID organisation) {
        try (var connection = world.central().look();
                var select = connection.prepareStatement("SELECT seq FROM org_feed WHERE org_id = ?")) {
            select.setObject(1, organisation);
            try (var result = select.executeQuery()) {
                return result.next() ? result.getLong(1) : 0L;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
