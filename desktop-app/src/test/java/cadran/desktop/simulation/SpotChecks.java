package cadran.desktop.simulation;

import cadran.model.Schema;
import java.sql.SQLException;
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
                        if (!own.equals(result.getObject(2, UUID.class))) {
                            throw new Violation(
                                    "no row of another organisation",
                                    client + " has " + type.name() + " " + result.getString(1) + " of another");
                        }
                    }
                }
            }
        } catch (SQLException damaged) {
            if (!client.isHurt()) {
                throw new IllegalStateException(damaged);
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
