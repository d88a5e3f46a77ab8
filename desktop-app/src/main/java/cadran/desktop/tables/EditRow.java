package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes fields of a row from what its author saw in them.
 *
 * @param seen the row as it was shown
 * @param values the fields that were touched
 */
public record EditRow(Row seen, Map<String, @Nullable Object> values, String what) implements Op {
    @Override
    public String labelKey() {
        return "op.edit";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var changes = changes(seen, values);
        return changes.isEmpty()
                ? List.of()
                : List.of(new Intent.Patch(seen.type().name(), seen.id(), changes));
    }

    /** The values that are not what was seen. */
    public static Map<String, Change> changes(Row seen, Map<String, @Nullable Object> values) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> {
            if (!Objects.equals(seen.get(field), value)) {
                changes.put(field, new Change(seen.get(field), value));
            }
        });
        return changes;
    }
}
