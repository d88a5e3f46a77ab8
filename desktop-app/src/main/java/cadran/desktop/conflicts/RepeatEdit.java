package cadran.desktop.conflicts;

import cadran.desktop.edit.Op;
import cadran.desktop.store.EditLabel;
import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The author insists: the same edit again, now knowing what stands there. */
record RepeatEdit(Intent intent, EditLabel label) implements Op {
    @Override
    public String labelKey() {
        return label.key();
    }

    @Override
    public Map<String, String> labelArgs() {
        return label.args();
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var now = rows.find(Schema.type(intent.entity()), intent.rowId());
        if (now == null && !(intent instanceof Intent.Create)) {
            throw Problem.of("row.deleted").asException();
        }
        return List.of(
                switch (intent) {
                    case Intent.Create create -> create;
                    case Intent.Delete delete -> delete;
                    case Intent.Patch patch ->
                        new Intent.Patch(patch.entity(), patch.rowId(), over(now, patch.changes()));
                    case Intent.Move move ->
                        new Intent.Move(
                                move.entity(), move.rowId(), move.field(), move.to(), over(now, move.changes()));
                });
    }

    private static Map<String, Change> over(@Nullable Row now, Map<String, Change> changes) {
        var fresh = new LinkedHashMap<String, Change>();
        changes.forEach(
                (field, change) -> fresh.put(field, new Change(now == null ? null : now.get(field), change.after())));
        return fresh;
    }
}
