package cadran.desktop.bulk;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One step for each of many rows, as one edit.
 *
 * @param seen the rows as they were shown or read
 * @param step what becomes of a row; also of one that is so already, so that a trial can tell
 * @param reason of all of them; empty where none was given
 */
public record BulkOp(String labelKey, EntityType<?> type, List<Row> seen, Function<Row, Intent> step, String reason)
        implements Op {
    /** What an edit and its undo keep in memory; more at once is seldom what somebody meant. */
    public static final int MOST = 100_000;

    public BulkOp {
        seen = List.copyOf(seen);
    }

    public BulkOp(String labelKey, EntityType<?> type, List<Row> seen, Function<Row, Intent> step) {
        this(labelKey, type, seen, step, "");
    }

    public BulkOp because(String why) {
        return new BulkOp(labelKey, type, seen, step, why);
    }

    /** The same values for all of them, or their own for each. */
    public static BulkOp setting(
            String labelKey, EntityType<?> type, List<Row> seen, Function<Row, Map<String, @Nullable Object>> values) {
        return new BulkOp(labelKey, type, seen, row -> patch(row, values.apply(row)));
    }

    private static Intent patch(Row row, Map<String, @Nullable Object> values) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> changes.put(field, new Change(row.get(field), value)));
        return new Intent.Patch(row.type().name(), row.id(), changes);
    }

    /** How many of what: the name of the edit is put together from it in the language of the day. */
    @Override
    public Map<String, String> labelArgs() {
        return Map.of("entity", type.name(), "count", String.valueOf(seen.size()));
    }

    @Override
    public List<Intent> intents(Rows rows) {
        return seen.stream().map(step).toList();
    }
}
