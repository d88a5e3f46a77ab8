package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.wire.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a snapshot begins. First come the rows that the whole organisation sees, table by table in the order of
 * their ids, then those that only some do.
 *
 * @param after the last id that an earlier part had, null for the table's beginning
 */
record Place(boolean personal, EntityType<?> type, @Nullable UUID after) {
    private static final String SHARED = "all";
    private static final String PERSONAL = "own";

    static final Place FIRST = new Place(false, Schema.TYPES.getFirst(), null);

    static Place read(String text) {
        var parts = text.split("/", -1);
        var type = parts.length == 2 || parts.length == 3 ? Schema.find(parts[1]) : null;
        if (type == null || !(parts[0].equals(SHARED) || parts[0].equals(PERSONAL))) {
            throw Problem.of("query.wrong").at("place").asException();
        }
        return new Place(parts[0].equals(PERSONAL), type, parts.length == 2 ? null : Json.uuid("place", parts[2]));
    }

    /** The beginning of the next table, null behind the last. */
    @Nullable
    Place nextTable() {
        int next = Schema.TYPES.indexOf(type) + 1;
        if (next < Schema.TYPES.size()) return new Place(personal, Schema.TYPES.get(next), null);
        return personal ? null : new Place(true, Schema.TYPES.getFirst(), null);
    }

    Place behind(UUID id) {
        return new Place(personal, type, id);
    }

    @Override
    public String toString() {
        return (personal ? PERSONAL : SHARED) + "/" + type.name() + (after == null ? "" : "/" + after);
    }
}
