package cadran.desktop.simulation;

import cadran.model.organisations.Permission;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
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

    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private final Map<Client, Long> lastMade = new HashMap<>();
    private final Set<UUID> allowed = new HashSet<>();
    private final Set<UUID> dismissed = new HashSet<>();
    private final List<Written> written = new ArrayList<>();

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
    }

    /** What the outbox holds that was never called saved may go out as well. */
    void opened(Client client) {
        take(client, Map.of(), false);
    }

    /** The edit that was just made is saved: whatever happens now, it must not be lost. */
    void saved(Client client, Map<UUID, Row> seen) {
        take(client, seen, true);
    }

    private void take(Client client, Map<UUID, Row> seen, boolean saved) {
        long from = lastMade.getOrDefault(client, 0L);
        try (var connection = client.look("outbox");
                var select = connection.prepareStatement(
                        "SELECT made, id, intent FROM operation WHERE made > ? ORDER BY made")) {
            select.setLong(1, from);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    var id = result.getObject(2, UUID.class);
                    var intent = OperationJson.readIntent(Json.MAPPER.readTree(result.getString(3)));
                    entries.put(id, new Entry(id, client, intent, seen.get(intent.rowId()), saved));
                    lastMade.put(client, result.getLong(1));
                }
            }
        } catch (SQLException failure) {
            client.stopIfCut();
            throw new IllegalStateException(failure);
        }
    }

    void dismissed(Collection<UUID> operations) {
        dismissed.addAll(operations);
    }

    boolean isDismissed(UUID operation) {
        return dismissed.contains(operation);
    }

    /** Which operations came when their author had the right to write. */
    void arrived(Person person, byte[] body) {
        if (body.length > 0 && person.may(Permission.INVENTORY_WRITE)) {
            Json.MAPPER.readTree(body).path("operations").forEach(node -> allowed.add(OperationJson.readId(node)));
        }
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
