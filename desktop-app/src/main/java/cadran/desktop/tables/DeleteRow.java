package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Map;

/** Removes a row that nothing refers to. */
public record DeleteRow(Row row, String what) implements Op {
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
        return List.of(new Intent.Delete(row.type().name(), row.id()));
    }
}
