package cadran.desktop.edit;

import cadran.model.Schema;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What takes one row back to where it was, as long as the row still is what the edit made of it.
 *
 * @param way the intents that do; several where a state goes back over others, because no move leads there at once
 * @param fields that must be as the edit left them
 * @param fingerprint of those, as the edit left them; kept in place of a second copy of thousands of rows
 */
record Reversal(List<Intent> way, List<String> fields, int fingerprint) {

    // javac drops the annotations of compact constructors from class files, so NullAway can't see that values may be
    // null.
    @SuppressWarnings("NullAway")
    static Reversal of(EntityType<?> type, UUID id, @Nullable Row before, @Nullable Row after) {
        if (before == null) {
            var all = type.fields().stream().map(field -> field.name()).toList();
            return new Reversal(List.of(new Intent.Delete(type.name(), id)), all, fingerprint(after, all));
        }
        if (after == null) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            type.fields().forEach(field -> values.put(field.name(), before.get(field.name())));
            return new Reversal(List.of(new Intent.Create(type.name(), id, values)), List.of(), 0);
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
        List<Intent> way = machine == null
                ? List.of(new Intent.Patch(type.name(), id, changes))
                : moves(type, id, machine, after, before, changes);
        return new Reversal(way, List.copyOf(fields), fingerprint(after, fields));
    }

    /** The shortest way back on which each move is legal; what else changes, changes with the first of them. */
    private static List<Intent> moves(
            EntityType<?> type, UUID id, String machine, Row from, Row to, Map<String, Change> changes) {
        var states = states(type, machine, String.valueOf(from.get(machine)), String.valueOf(to.get(machine)));
        var moves = new ArrayList<Intent>();
        for (String state : states) {
            moves.add(new Intent.Move(type.name(), id, machine, state, moves.isEmpty() ? changes : Map.of()));
        }
        return List.copyOf(moves);
    }

    private static List<String> states(EntityType<?> type, String machine, String from, String to) {
        var ways = new ArrayDeque<List<String>>(List.of(List.of(from)));
        var seen = new HashSet<>(Set.of(from));
        while (!ways.isEmpty()) {
            var way = ways.remove();
            if (way.getLast().equals(to)) {
                return way.subList(1, way.size());
            }
            for (String next : type.field(machine).codes()) {
                if (type.rules().checkMove(machine, way.getLast(), next) == null && seen.add(next)) {
                    var longer = new ArrayList<>(way);
                    longer.add(next);
                    ways.add(longer);
                }
            }
        }
        // No way leads back: the move itself is refused, with the reason.
        return List.of(to);
    }

    Intent intent() {
        return way.getFirst();
    }

    /** The way on the day it is gone: not everything comes back once its time is over. */
    List<Intent> on(LocalDate today) {
        return intent() instanceof Intent.Patch patch
                ? List.of(new Intent.Patch(
                        patch.entity(),
                        patch.rowId(),
                        Schema.type(patch.entity()).rules().takenBack(patch.changes(), today)))
                : way;
    }

    /** Whether the row is still as the edit left it. */
    boolean fits(@Nullable Row current) {
        return intent() instanceof Intent.Create
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
