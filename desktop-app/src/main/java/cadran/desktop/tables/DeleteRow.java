package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Removes a row that nothing refers to.
 *
 * @param along what goes with it, because it is nothing without it
 */
public record DeleteRow(Row row, String what, List<Along> along) implements Op {
    /** Rows of a type that point to the row with a field. */
    public record Along(EntityType<?> type, Field field) {}

    public DeleteRow {
        along = List.copyOf(along);
    }

    public DeleteRow(Row row, String what) {
        this(row, what, List.of());
    }

    @Override
    public String labelKey() {
        return "op.delete";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var intents = new ArrayList<Intent>();
        for (var part : along) {
            rows.pointingTo(part.type(), part.field(), row.id())
                    .forEach(each -> intents.add(new Intent.Delete(part.type().name(), each.id())));
        }
        intents.add(new Intent.Delete(row.type().name(), row.id()));
        return intents;
    }
}
