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
    static final String LABEL = "op.range.take";

    /** What stays known of it in its name, so that others can be found when somebody was faster. */
    record Wish(UUID range, UUID customer) {
        /** Null where an earlier edition of the program named it. */
        static @Nullable Wish of(Map<String, String> args) {
            var range = args.get("range");
            var customer = args.get("customer");
            return range == null || customer == null
                    ? null
                    : new Wish(UUID.fromString(range), UUID.fromString(customer));
        }
    }

    @Override
    public String labelKey() {
        return LABEL;
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of(
                "count",
                String.valueOf(count),
                "what",
                what,
                "range",
                range.id().toString(),
                "customer",
                customer.toString());
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
        return taking(free, customer, rows, today);
    }

    static List<Intent> taking(List<Row> numbers, UUID customer, Rows rows, LocalDate today) {
        var effects = new StatusEffects(rows::find, today);
        return numbers.stream()
                .<Intent>map(did -> {
                    var given = new LinkedHashMap<String, @Nullable Object>();
                    given.put("customerId", customer);
                    return effects.move(did, DidStatus.ASSIGNED, given, null);
                })
                .toList();
    }
}
