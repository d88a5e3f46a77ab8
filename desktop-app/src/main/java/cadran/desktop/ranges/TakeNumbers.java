package cadran.desktop.ranges;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberRange;
import cadran.model.numbers.StatusEffects;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a customer the next free numbers of a range: all that were asked for, or none. */
record TakeNumbers(NumberRange range, UUID customer, UUID member, int count, LocalDate today, String what)
        implements Op {
    @Override
    public String labelKey() {
        return "op.range.take";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("count", String.valueOf(count), "what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var free = rows.numbersOf(range).free(customer, member, today, count);
        if (free.size() < count) {
            throw Problem.of("range.fewer_free")
                    .with("free", free.size())
                    .at("count")
                    .asException();
        }
        var effects = new StatusEffects(rows::find, today);
        return free.stream().<Intent>map(did -> take(did, effects)).toList();
    }

    private Intent.Move take(Row did, StatusEffects effects) {
        var given = new LinkedHashMap<String, @Nullable Object>();
        given.put("customerId", customer);
        return effects.move(did, DidStatus.ASSIGNED, given, null);
    }
}
