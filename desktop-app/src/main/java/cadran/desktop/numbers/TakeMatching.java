package cadran.desktop.numbers;

import cadran.desktop.edit.Op;
import cadran.desktop.query.Query;
import cadran.desktop.store.Rows;
import cadran.model.numbers.DidStatus;
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

/**
 * Gives a customer the next free ones of the numbers that a list shows: all that were asked for, or none.
 *
 * @param among the list, in its order
 * @param count of them
 */
record TakeMatching(Wish wish, Query among, int count, UUID member, LocalDate today) implements Op {
    static final String LABEL = "op.number.take";

    /**
     * What stays known of it in its name, so that others can be found when somebody was faster.
     *
     * @param line what narrows the list, as it was typed
     * @param customer who gets them
     * @param name what that customer is called
     */
    record Wish(String line, UUID customer, String name) {
        Map<String, String> args() {
            return Map.of("line", line, "customer", customer.toString(), "for", name);
        }

        static Wish of(Map<String, String> args) {
            return new Wish(
                    args.getOrDefault("line", ""),
                    UUID.fromString(args.getOrDefault("customer", "")),
                    args.getOrDefault("for", ""));
        }
    }

    @Override
    public String labelKey() {
        return LABEL;
    }

    @Override
    public Map<String, String> labelArgs() {
        return labelArgs(wish, count);
    }

    static Map<String, String> labelArgs(Wish wish, int count) {
        var args = new LinkedHashMap<>(wish.args());
        args.put("entity", "did");
        args.put("count", String.valueOf(count));
        return args;
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var found = new FreeNumbers(rows, member, today).first(among, wish.customer(), count);
        if (found.size() < count) {
            throw fewer(found.size(), count).at("count").asException();
        }
        return taking(found, wish.customer(), rows, today);
    }

    static Problem fewer(long free, long wanted) {
        return Problem.of("take.fewer_free").with("free", free).with("missing", wanted - free);
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
