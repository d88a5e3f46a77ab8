package cadran.desktop.bench;

import cadran.desktop.query.Query;
import cadran.model.numbers.Did;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Edits of numbers. */
final class Numbers {
    private Numbers() {}

    static List<UUID> ids(Desk desk, int count) {
        var keys = desk.store.rows().keys(Query.of(Did.TYPE).first(count));
        return desk.store.rows().page(Did.TYPE, keys, 0, keys.length).stream()
                .map(row -> row.row().id())
                .toList();
    }

    /** A field whose last writer wins, so no edit is refused whatever its author saw. */
    static Intent describe(UUID id, String text) {
        return new Intent.Patch(Did.TYPE.name(), id, Map.of("description", new Change(null, text)));
    }

    static List<Intent> describe(List<UUID> ids, int round) {
        return ids.stream().map(id -> describe(id, "Tour " + round)).toList();
    }

    /** A new number that points to what the given one points to. */
    static Intent like(Did model, UUID id, String e164) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("dialingCodeId", model.dialingCodeId());
        values.put("e164", e164);
        values.put("carrierId", model.carrierId());
        values.put("typeId", model.typeId());
        values.put("status", "AVAILABLE");
        values.put("description", "Nouveau");
        return new Intent.Create(Did.TYPE.name(), id, values);
    }
}
