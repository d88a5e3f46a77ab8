package cadran.server.sync;

import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import cadran.model.sync.UniqueKey;
import cadran.server.db.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds which value of a unique key, as the operations decided so far leave it. */
final class KeyHolders {
    private final EntityStore store;
    private final Tx tx;
    private final Map<KeyValue, Optional<UUID>> holders = new HashMap<>();
    /** Given up by a row of this batch, while the database still has it there. */
    private final Set<KeyValue> givenUp = new HashSet<>();

    KeyHolders(EntityStore store, Tx tx) {
        this.store = store;
        this.tx = tx;
    }

    static List<KeyValue> of(@Nullable Row row) {
        var values = new ArrayList<KeyValue>();
        if (row == null) return values;
        for (UniqueKey key : row.type().uniqueKeys()) {
            var value = KeyValue.of(key, row);
            if (value != null) values.add(value);
        }
        return values;
    }

    /** Asks the database once for what will probably be asked. */
    void expect(EntityType<?> type, Set<KeyValue> values) {
        for (UniqueKey key : type.uniqueKeys()) {
            var ofKey = values.stream().filter(value -> value.key().equals(key)).toList();
            var found = store.holders(tx, type, key, ofKey);
            ofKey.forEach(value -> holders.put(value, Optional.ofNullable(found.get(value))));
        }
    }

    Optional<UUID> holder(KeyValue value) {
        var known = holders.get(value);
        if (known != null) return known;
        var found = Optional.ofNullable(
                store.holders(tx, value.type(), value.key(), List.of(value)).get(value));
        holders.put(value, found);
        return found;
    }

    boolean mustBeWrittenFirst(List<KeyValue> taken) {
        return taken.stream().anyMatch(givenUp::contains);
    }

    void move(UUID id, List<KeyValue> before, List<KeyValue> after) {
        for (KeyValue value : before) {
            if (after.contains(value)) continue;
            holders.put(value, Optional.empty());
            givenUp.add(value);
        }
        for (KeyValue value : after) {
            holders.put(value, Optional.of(id));
        }
    }

    void written() {
        givenUp.clear();
    }
}
