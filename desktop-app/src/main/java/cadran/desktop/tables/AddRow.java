package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row.
 *
 * @param what the row will be called
 */
public record AddRow(EntityType<?> type, UUID id, Map<String, @Nullable Object> values, String what) implements Op {
    @Override
    public String labelKey() {
        return "op.add";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        return List.of(new Intent.Create(type.name(), id, values));
    }
}
