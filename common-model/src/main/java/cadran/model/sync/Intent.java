package cadran.model.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants done to one row. Edits travel as intents, never as whole rows, so two people's edits can meet. */
public sealed interface Intent {
    /** Name of the row's {@link EntityType}. */
    String entity();

    UUID rowId();

    /** Make the row, also one that was deleted before (then it is restored). Absent fields are empty. */
    record Create(String entity, UUID rowId, Map<String, @Nullable Object> values) implements Intent {
        public Create(String entity, UUID rowId, Map<String, @Nullable Object> values) {
            this.entity = entity;
            this.rowId = rowId;
            this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** Change some fields; each meets the server's row on its own. */
    record Patch(String entity, UUID rowId, Map<String, Change> changes) implements Intent {
        public Patch {
            changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        }
    }

    /**
     * Move a machine field to another state, together with the fields that the move needs: all of it or nothing.
     *
     * @param seen {@link Row#fingerprint} of what its author looked at, where that matters: over any other content the
     *     move is refused. Null where the state alone decides.
     */
    record Move(
            String entity,
            UUID rowId,
            String field,
            String to,
            Map<String, Change> changes,
            @Nullable String seen) implements Intent {
        public Move(
                String entity,
                UUID rowId,
                String field,
                String to,
                Map<String, Change> changes,
                @Nullable String seen) {
            this.entity = entity;
            this.rowId = rowId;
            this.field = field;
            this.to = to;
            this.changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
            this.seen = seen;
        }

        public Move(String entity, UUID rowId, String field, String to, Map<String, Change> changes) {
            this(entity, rowId, field, to, changes, null);
        }
    }

    /** Remove the row as its author saw it. */
    record Delete(String entity, UUID rowId) implements Intent {}
}
