package cadran.desktop.ranges;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberDefaults;
import cadran.model.numbers.NumberRange;
import cadran.model.sync.Intent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the numbers of a range that are missing, as free ones. What is there, or once was, stays as it is. */
record CompleteRange(NumberRange range, Kind kind, UuidV7 ids, String what) implements Op {
    /** What all the new ones have in common. */
    record Kind(UUID type, @Nullable UUID region, @Nullable String regionName) {}

    static List<String> missing(Rows rows, NumberRange range) {
        var known = rows.numbersOf(range).known();
        return range.numbers().filter(number -> !known.contains(number)).toList();
    }

    @Override
    public String labelKey() {
        return "op.range.complete";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        return missing(rows, range).stream().map(this::number).toList();
    }

    private Intent number(String e164) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("dialingCodeId", range.dialingCodeId());
        values.put("e164", e164);
        values.put("status", DidStatus.AVAILABLE.name());
        values.put("customerId", range.customerId());
        values.put("regionId", kind.region());
        values.put("typeId", kind.type());
        values.put("carrierId", range.carrierId());
        values.put("description", NumberDefaults.described(null, kind.regionName()));
        values.put("monthlyCost", range.priceOne());
        values.put("currency", range.priceOne() == null ? null : range.currency());
        return new Intent.Create(Did.TYPE.name(), ids.next(), values);
    }
}
