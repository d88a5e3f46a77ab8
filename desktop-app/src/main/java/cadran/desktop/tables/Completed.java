package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An edit of many rows, with what goes along when one of them is edited by itself: a price has its line in the price list. */
record Completed(Op op, TableController.Editing editing) implements Op {
    @Override
    public String labelKey() {
        return op.labelKey();
    }

    @Override
    public Map<String, String> labelArgs() {
        return op.labelArgs();
    }

    @Override
    public String reason() {
        return op.reason();
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var intents = op.intents(rows);
        var patched = intents.stream()
                .filter(Intent.Patch.class::isInstance)
                .map(Intent::rowId)
                .toList();
        if (patched.isEmpty()) {
            return intents;
        }
        var seen = rows.findAll(Schema.type(intents.getFirst().entity()), patched);
        var each = editing.ofMany(rows, patched);
        return intents.stream()
                .flatMap(intent -> completed(each, intent, seen.get(intent.rowId()), rows))
                .toList();
    }

    private static Stream<Intent> completed(
            TableController.Editing editing, Intent intent, @Nullable Row row, Rows rows) {
        if (row == null || !(intent instanceof Intent.Patch patch)) {
            return Stream.of(intent);
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        patch.changes().forEach((field, change) -> values.put(field, change.after()));
        return editing.of(row, values, "").intents(rows).stream();
    }
}
