package cadran.desktop.simulation;

import cadran.model.organisations.Permission;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was promised: every edit that was called saved, kept where no crash and no bug of the product reaches it. */
final class Ledger {
    /** One operation. */
    static final class Entry {
        private final UUID id;
        private final Client client;
        private final Intent intent;
        private final @Nullable Row seen;
        private final boolean saved;
        private boolean confirmed;

        private Entry(UUID id, Client client, Intent intent, @Nullable Row seen, boolean saved) {
            this.id = id;
            this.client = client;
            this.intent = intent;
            this.seen = seen;
            this.saved = saved;
        }

        UUID id() {
            return id;
        }

        Client client() {
            return client;
        }

        Intent intent() {
            return intent;
        }

        /** The row as its author saw it, null for none or for who did not look. */
        @Nullable
        Row seen() {
            return seen;
        }

        /** Whether its author was told that it is. */
        boolean saved() {
            return saved;
        }

        /** Whether the server ever answered it; from then on the outbox may forget it some day. */
        boolean isConfirmed() {
            return confirmed;
        }
    }

    /** Something that a third program was told is done. */
    record Written(Person author, String entity, UUID row, long version) {}

    /** An edit whose operations were not looked at yet: the next ones in the outbox, so many. */
    private record Unseen(int operations, Map<UUID, Row> seen) {}

    private record Found(long made, UUID id, Intent intent) {}

    private final Map<Client, Deque<Unseen>> unseen = new HashMap<>();
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private final Map<Client, Long> lastMade = new HashMap<>();
    private final Set<UUID> allowed = new HashSet<>();
    private final Set<UUID> dismissed = new HashSet<>();
    private final List<Written> written = new ArrayList<>();
    private int restored;

    Collection<Entry> entries() {
        return entries.values();
    }

    @Nullable
    Entry entry(UUID operation) {
        return entries.get(operation);
    }

    List<Written> written() {
        return written;
    }

    void wrote(Written one) {
        written.add(one);
    }

    /** A backup is put back: what third programs were told since is lost with reason. */
    void forgetWrittenSince(int count) {
        written.subList(count, written.size()).clear();
        restored++;
    }

    /** How many times a backup was put back. */
    int restored() {
        return restored;
    }

    /** What the outbox holds that was never called saved may go out as well. */
    void opened(Client client) {
        take(client);
    }

    /**
     * The edit that was just made is saved: whatever happens now, it must not be lost. Where the file can't be looked
     * at, because the power goes at this very moment or H2 has closed it on a full disk, that is seen when it is opened.
     *
     * @param operations how many it has
     */
    void saved(Client client, int operations, Map<UUID, Row> seen) {
        if (operations > 0) {
            unseen.computeIfAbsent(client, absent -> new ArrayDeque<>()).add(new Unseen(operations, seen));
            take(client);
        }
    }

    private void take(Client client) {
        List<Found> found;
        try {
            found = newOnes(client);
        } catch (SQLException failure) {
            client.stopIfCut();
            if (!client.isHurt()) {
                throw new IllegalStateException(failure);
            }
            return;
        }
        var promised = unseen.getOrDefault(client, new ArrayDeque<>());
        int from = 0;
        while (!promised.isEmpty()) {
            var edit = promised.remove();
            int to = from + edit.operations();
            if (to > found.size()) {
                throw new Violation("what is saved stays saved", client + " lost an edit of " + edit);
            }
            found.subList(from, to).forEach(one -> enter(client, one, edit.seen(), true));
            from = to;
        }
        found.subList(from, found.size()).forEach(one -> enter(client, one, Map.of(), false));
    }

    private void enter(Client client, Found one, Map<UUID, Row> seen, boolean saved) {
        var row = seen.get(one.intent().rowId());
        entries.put(one.id(), new Entry(one.id(), client, one.intent(), row, saved));
        lastMade.put(client, one.made());
    }

    /** Operations in the file that were not looked at yet, as they were made. */
    private List<Found> newOnes(Client client) throws SQLException {
        var found = new ArrayList<Found>();
        try (var connection = client.look("outbox");
                var select = connection.prepareStatement(
                        "SELECT made, id, intent FROM operation WHERE made > ? ORDER BY made")) {
            select.setLong(1, lastMade.getOrDefault(client, 0L));
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    var intent = OperationJson.readIntent(Json.MAPPER.readTree(result.getString(3)));
                    found.add(new Found(result.getLong(1), result.getObject(2, UUID.class), intent));
                }
            }
        }
        return found;
    }

    void dismissed(Collection<UUID> operations) {
        dismissed.addAll(operations);
    }

    boolean isDismissed(UUID operation) {
        return dismissed.contains(operation);
    }

    /** Which operations came when their author had the right to write. */
    void arrived(Person person, byte[] body) {
        if (body.length > 0) {
            Json.MAPPER.readTree(body).path("operations").forEach(node -> {
                if (mayWrite(person, node.path("intent").path("entity").asString(""))) {
                    allowed.add(OperationJson.readId(node));
                }
            });
        }
    }

    /** Said once more here, so that what the product says about it can be wrong. */
    private static boolean mayWrite(Person person, String entity) {
        return switch (entity) {
            case "member" -> false;
            case "own_field" -> person.may(Permission.ORGANISATION_MANAGE);
            case "usage_rule" -> person.may(Permission.USE_RULES_MANAGE);
            case "saved_view" -> person.may(Permission.INVENTORY_READ);
            default -> person.may(Permission.INVENTORY_WRITE);
        };
    }

    void answered(byte[] body) {
        Json.MAPPER.readTree(body).path("results").forEach(node -> {
            var entry = entries.get(OperationJson.readResult(node).operation());
            if (entry != null) {
                entry.confirmed = true;
            }
        });
    }

    boolean wasAllowed(UUID operation) {
        return allowed.contains(operation);
    }
}
