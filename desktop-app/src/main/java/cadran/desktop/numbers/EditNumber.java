package cadran.desktop.numbers;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.desktop.tables.EditRow;
import cadran.model.numbers.PriceList;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes fields of a number; a price among them counts from today, and its list says so.
 *
 * @param among the prices of all numbers that are edited with it; null for one by itself
 */
record EditNumber(
        Row seen,
        Map<String, @Nullable Object> values,
        String what,
        LocalDate today,
        Supplier<UUID> ids,
        @Nullable Prices among)
        implements Op {
    @Override
    public String labelKey() {
        return "op.edit";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var changes = EditRow.changes(seen, values);
        if (changes.isEmpty()) {
            return List.of();
        }
        var intents = new ArrayList<Intent>();
        if (PriceList.isTouchedBy(changes.keySet())) {
            var prices = among == null ? new Prices(rows, List.of(seen.id())) : among;
            intents.addAll(new PriceList(seen, prices.of(seen.id()), today, ids).entered(changes));
        }
        intents.add(new Intent.Patch(seen.type().name(), seen.id(), changes));
        return intents;
    }
}
