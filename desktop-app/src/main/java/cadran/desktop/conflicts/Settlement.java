package cadran.desktop.conflicts;

import cadran.desktop.edit.Op;
import cadran.desktop.store.EditLabel;
import cadran.desktop.store.Rows;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The author's decision as an edit of its own, made over what stands there now.
 *
 * @param picks by field; what the server shall keep is left out of the edit
 */
record Settlement(List<Conflict> conflicts, Map<String, Pick> picks) implements Op {
    private EditLabel first() {
        return conflicts.getFirst().label();
    }

    @Override
    public String labelKey() {
        return conflicts.size() == 1 ? first().key() : "op.settle";
    }

    @Override
    public Map<String, String> labelArgs() {
        return conflicts.size() == 1 ? first().args() : Map.of("count", String.valueOf(conflicts.size()));
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var ids = conflicts.stream().map(each -> each.intent().rowId()).toList();
        var now = rows.findAll(conflicts.getFirst().type(), ids);
        return conflicts.stream()
                .map(each -> intent(each, now.get(each.intent().rowId())))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Intent intent(Conflict conflict, @Nullable Row now) {
        if (now == null && !conflict.canApply()) {
            throw Problem.of("row.deleted").asException();
        }
        if (conflict.type().isPlace() && !conflict.isDeletion()) {
            return now == null ? fill(conflict) : patch(conflict.intent(), now, conflict.changes());
        }
        return switch (conflict.intent()) {
            case Intent.Create create -> create;
            case Intent.Delete delete -> delete;
            case Intent.Patch patch -> patch(patch, now, patch.changes());
            case Intent.Move move ->
                picks.get(move.field()) == Pick.MINE
                        ? new Intent.Move(
                                move.entity(), move.rowId(), move.field(), move.to(), mine(now, move.changes()))
                        : patch(move, now, move.changes());
        };
    }

    /** The place is empty now: what its author wants is put there anew, or nothing is. */
    private @Nullable Intent fill(Conflict conflict) {
        if (!conflict.isCreation() && !picks.containsValue(Pick.MINE)) {
            return null;
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        conflict.changes().forEach((field, change) -> values.put(field, change.after()));
        return new Intent.Create(conflict.intent().entity(), conflict.intent().rowId(), values);
    }

    private @Nullable Intent patch(Intent intent, @Nullable Row now, Map<String, Change> changes) {
        var mine = mine(now, changes);
        return mine.isEmpty() ? null : new Intent.Patch(intent.entity(), intent.rowId(), mine);
    }

    private Map<String, Change> mine(@Nullable Row now, Map<String, Change> changes) {
        var mine = new LinkedHashMap<String, Change>();
        changes.forEach((field, change) -> {
            if (picks.get(field) == Pick.MINE) {
                mine.put(field, new Change(now == null ? null : now.get(field), change.after()));
            }
        });
        return mine;
    }
}
