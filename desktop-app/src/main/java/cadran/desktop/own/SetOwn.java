package cadran.desktop.own;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.numbers.Did;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives numbers these values of own fields; an empty one takes away what was there.
 *
 * @param labelArgs what it is called: one number, or how many
 */
record SetOwn(
        Map<String, String> labelArgs, List<UUID> numbers, Map<OwnField, @Nullable Object> values, Supplier<UUID> ids)
        implements Op {
    private record Place(UUID number, UUID field) {}

    /** @param what the number is called */
    static SetOwn one(UUID number, String what, Map<OwnField, @Nullable Object> values, Supplier<UUID> ids) {
        return new SetOwn(Map.of("what", what), List.of(number), values, ids);
    }

    static SetOwn many(List<Row> numbers, Map<OwnField, @Nullable Object> values, Supplier<UUID> ids) {
        var all = numbers.stream().map(Row::id).toList();
        return new SetOwn(Map.of("entity", Did.TYPE.name(), "count", String.valueOf(all.size())), all, values, ids);
    }

    @Override
    public String labelKey() {
        return "op.edit";
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var there = new HashMap<Place, Row>();
        rows.pointingTo(OwnValue.TYPE, OwnValue.TYPE.field("didId"), numbers)
                .forEach(row -> there.put(
                        new Place(
                                Objects.requireNonNull(row.reference("didId")),
                                Objects.requireNonNull(row.reference("fieldId"))),
                        row));
        var intents = new ArrayList<Intent>();
        for (var number : numbers) {
            values.forEach((field, value) -> {
                var intent = intent(number, field, value, there.get(new Place(number, field.id())));
                if (intent != null) {
                    intents.add(intent);
                }
            });
        }
        return intents;
    }

    private @Nullable Intent intent(UUID number, OwnField field, @Nullable Object value, @Nullable Row now) {
        var type = OwnValue.TYPE.name();
        var in = field.kind().field();
        if (value == null) {
            return now == null ? null : new Intent.Delete(type, now.id());
        }
        if (now != null) {
            return new Intent.Patch(type, now.id(), Map.of(in, new Change(now.get(in), value)));
        }
        var made = new LinkedHashMap<String, @Nullable Object>();
        made.put("didId", number);
        made.put("fieldId", field.id());
        made.put(in, value);
        return new Intent.Create(type, ids.get(), made);
    }
}
