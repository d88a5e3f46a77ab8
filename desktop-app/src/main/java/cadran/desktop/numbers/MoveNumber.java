package cadran.desktop.numbers;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.numbers.DidStatus;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a number to another status, with what that status needs. */
record MoveNumber(Row seen, DidStatus next, Map<String, @Nullable Object> values, String what) implements Op {
    @Override
    public String labelKey() {
        return "op.number.move";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> {
            if (!Objects.equals(seen.get(field), value)) {
                changes.put(field, new Change(seen.get(field), value));
            }
        });
        return List.of(new Intent.Move(seen.type().name(), seen.id(), "status", next.name(), changes));
    }
}
