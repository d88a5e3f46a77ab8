package cadran.server.sync;

import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import cadran.model.sync.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row holds of a unique key; no two rows of an organisation hold the same. */
record KeyValue(EntityType<?> type, UniqueKey key, List<Object> parts) {
    /** Null when the row takes no part in the key: it isn't live, or a part of it is empty. */
    static @Nullable KeyValue of(UniqueKey key, Row row) {
        if (!key.live().test(row)) return null;
        var parts = new ArrayList<>();
        for (String field : key.fields()) {
            Object part = row.get(field);
            if (part == null) return null;
            parts.add(part);
        }
        return new KeyValue(row.type(), key, parts);
    }
}
