package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An edit of many rows, with what goes along when one of them is edited by itself: a price has its line in the price list. */
record Completed(Op op, EntityType<?> type, TableController.Editing editing) implements Op {
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
                .filter(intent -> intent instanceof Intent.Patch && isOfTable(intent))
                .map(Intent::rowId)
                .toList();
        if (patched.isEmpty()) {
            return intents;
        }
        var seen = rows.findAll(type, patched);
        var each = editing.ofMany(rows, patched);
        return intents.stream()
                .flatMap(intent -> completed(each, intent, seen.get(intent.rowId()), rows))
                .toList();
    }

    private Stream<Intent> completed(TableController.Editing each, Intent intent, @Nullable Row row, Rows rows) {
        if (row == null || !isOfTable(intent) || !(intent instanceof Intent.Patch patch)) {
            return Stream.of(intent);
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        patch.changes().forEach((field, change) -> values.put(field, change.after()));
        return each.of(row, values, "").intents(rows).stream();
    }

    /** Rows that belong to the table's are what they are. */
    private boolean isOfTable(Intent intent) {
        return intent.entity().equals(type.name());
    }
}
