package cadran.desktop.edit;

import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What takes one row back to where it was, as long as the row still is what the edit made of it.
 *
 * @param fields that must be as the edit left them
 * @param fingerprint of those, as the edit left them; kept in place of a second copy of thousands of rows
 */
record Reversal(Intent intent, List<String> fields, int fingerprint) {

    // javac drops the annotations of compact constructors from class files, so NullAway can't see that values may be
    // null.
    @SuppressWarnings("NullAway")
    static Reversal of(EntityType<?> type, UUID id, @Nullable Row before, @Nullable Row after) {
        if (before == null) {
            var all = type.fields().stream().map(field -> field.name()).toList();
            return new Reversal(new Intent.Delete(type.name(), id), all, fingerprint(after, all));
        }
        if (after == null) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            type.fields().forEach(field -> values.put(field.name(), before.get(field.name())));
            return new Reversal(new Intent.Create(type.name(), id, values), List.of(), 0);
        }
        var changes = new LinkedHashMap<String, Change>();
        String machine = null;
        for (var field : type.fields()) {
            var was = before.get(field.name());
            var is = after.get(field.name());
            if (Objects.equals(was, is)) {
                continue;
            }
            if (field.merge() == MergeClass.MACHINE) {
                machine = field.name();
            } else {
                changes.put(field.name(), new Change(is, was));
            }
        }
        var fields = new ArrayList<>(changes.keySet());
        if (machine != null) {
            fields.add(machine);
        }
        Intent intent = machine == null
                ? new Intent.Patch(type.name(), id, changes)
                : new Intent.Move(type.name(), id, machine, String.valueOf(before.get(machine)), changes);
        return new Reversal(intent, List.copyOf(fields), fingerprint(after, fields));
    }

    /** Whether the row is still as the edit left it. */
    boolean fits(@Nullable Row current) {
        return intent instanceof Intent.Create
                ? current == null
                : current != null && fingerprint(current, fields) == fingerprint;
    }

    /** 1.2 and 1.20 are the same price, and the server writes the longer one. */
    private static int fingerprint(@Nullable Row row, List<String> fields) {
        int fingerprint = 1;
        for (String field : fields) {
            Object value = row == null ? null : row.get(field);
            var plain = value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
            fingerprint = 31 * fingerprint + Objects.hashCode(plain);
        }
        return fingerprint;
    }
}
