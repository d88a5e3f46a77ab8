package cadran.desktop.edit;

import cadran.desktop.store.Rows;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Edits as features make them. */
public record TestOp(String labelKey, List<Intent> made) implements Op {
    public static TestOp of(String label, Intent... intents) {
        return new TestOp(label, List.of(intents));
    }

    @SuppressWarnings("NullAway")
    public static Intent adding(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        row.type().fields().forEach(field -> values.put(field.name(), row.get(field.name())));
        return new Intent.Create(row.type().name(), row.id(), values);
    }

    public static Intent changing(EntityType<?> type, UUID id, String field, @Nullable Object before, Object after) {
        return new Intent.Patch(type.name(), id, Map.of(field, new Change(before, after)));
    }

    public static Intent deleting(EntityType<?> type, UUID id) {
        return new Intent.Delete(type.name(), id);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        return made;
    }
}
