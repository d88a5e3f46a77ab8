package cadran.desktop.simulation;

import cadran.model.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What must hold at any moment, looked at now and then: no row strays, nothing that was saved goes away. */
final class SpotChecks {
    private static final int ONE_IN = 6;

    private final World world;
    private int rounds;

    SpotChecks(World world) {
        this.world = world;
    }

    void after(Client client) {
        if (++rounds % ONE_IN == 0) {
            noForeignRow(client);
        }
    }

    /** By what stands in them, not by what the client believes about them. */
    void noForeignRow(Client client) {
        var own = client.person.organisation.id();
        try (var connection = client.look(client.cache());
                var select = connection.createStatement()) {
            for (var type : Schema.TYPES) {
                try (var result = select.executeQuery("SELECT id, audience FROM " + type.name())) {
                    while (result.next()) {
                        var whose = result.getObject(2, UUID.class);
                        if (!own.equals(whose) && !client.person.id.equals(whose)) {
                            throw new Violation(
                                    "no row of another organisation",
                                    client + " has " + type.name() + " " + result.getString(1) + " of another");
                        }
                    }
                }
            }
            noViewOfOthers(client, select);
        } catch (SQLException damaged) {
            if (!client.isHurt()) {
                throw new IllegalStateException(damaged);
            }
        }
    }

    private static void noViewOfOthers(Client client, Statement select) throws SQLException {
        var own = Set.of(client.person.organisation.id().toString(), client.person.id.toString());
        try (var result = select.executeQuery("SELECT id, seen_by FROM saved_view")) {
            while (result.next()) {
                if (!own.contains(result.getString(2))) {
                    throw new Violation("what is one's own nobody else has", client + " has " + result.getString(1));
                }
            }
        }
    }

    /** Whatever was called saved and is not settled at the server is in the outbox. */
    void nothingSavedIsGone(Client client) {
        Set<UUID> kept = new HashSet<>();
        try (var connection = client.look("outbox");
                var select = connection.createStatement();
                var result = select.executeQuery("SELECT id FROM operation")) {
            while (result.next()) {
                kept.add(result.getObject(1, UUID.class));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        for (var entry : world.ledger().entries()) {
            if (entry.client() == client && entry.saved() && !entry.isConfirmed() && !kept.contains(entry.id())) {
                throw new Violation(
                        "what is saved stays saved", client + " lost operation " + entry.id() + " " + entry.intent());
            }
        }
    }
}
