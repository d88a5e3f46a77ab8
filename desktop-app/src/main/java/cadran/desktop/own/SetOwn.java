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
import org.jspecify.annotations.Nullable;

/**
 * Gives numbers values of own fields; an empty one takes away what was there.
 *
 * @param labelArgs what it is called: one number, or how many
 * @param values by the number's id
 */
record SetOwn(String labelKey, Map<String, String> labelArgs, Map<UUID, Map<OwnField, @Nullable Object>> values)
        implements Op {
    private record Place(UUID number, UUID field) {}

    /** @param what the number is called */
    static SetOwn one(UUID number, String what, Map<OwnField, @Nullable Object> values) {
        return new SetOwn("op.edit", Map.of("what", what), Map.of(number, values));
    }

    /** The same for all of them. */
    static SetOwn many(List<Row> numbers, Map<OwnField, @Nullable Object> values) {
        var all = new LinkedHashMap<UUID, Map<OwnField, @Nullable Object>>();
        numbers.forEach(number -> all.put(number.id(), values));
        return each("op.edit", all);
    }

    static SetOwn each(String labelKey, Map<UUID, Map<OwnField, @Nullable Object>> values) {
        return new SetOwn(labelKey, Map.of("entity", Did.TYPE.name(), "count", String.valueOf(values.size())), values);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var there = new HashMap<Place, Row>();
        rows.pointingTo(OwnValue.TYPE, OwnValue.TYPE.field("didId"), values.keySet())
                .forEach(row -> there.put(
                        new Place(
                                Objects.requireNonNull(row.reference("didId")),
                                Objects.requireNonNull(row.reference("fieldId"))),
                        row));
        var intents = new ArrayList<Intent>();
        values.forEach((number, ofNumber) -> ofNumber.forEach((field, value) -> {
            var intent = intent(number, field, value, there.get(new Place(number, field.id())));
            if (intent != null) {
                intents.add(intent);
            }
        }));
        return intents;
    }

    private @Nullable Intent intent(UUID number, OwnField field, @Nullable Object value, @Nullable Row now) {
        var type = OwnValue.TYPE.name();
        var in = field.kind().field();
        if (value == null) {
            return now == null ? null : new Intent.Delete(type, now.id());
        }
        var made = new LinkedHashMap<String, @Nullable Object>();
        made.put("didId", number);
        made.put("fieldId", field.id());
        made.put(in, value);
        if (now == null) {
            return new Intent.Create(type, OwnValue.place(number, field.id()), made);
        }
        // With the place's name, so that who empties it meanwhile does not leave its author with a value of nothing.
        var changes = new LinkedHashMap<String, Change>();
        made.forEach((name, after) -> changes.put(name, new Change(now.get(name), after)));
        return new Intent.Patch(type, now.id(), changes);
    }
}
