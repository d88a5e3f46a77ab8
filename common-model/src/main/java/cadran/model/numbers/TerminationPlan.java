package cadran.model.numbers;

import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What giving a number back or porting it out takes, as the intents of one step: what it serves ends first. */
public final class TerminationPlan {
    private final StatusEffects effects;
    private final LocalDate today;

    public TerminationPlan(StatusEffects effects, LocalDate today) {
        this.effects = effects;
        this.today = today;
    }

    /**
     * What its author wants.
     *
     * @param terminatedOn since when it is gone; until then its end is only asked for
     * @param billingEndsOn the last day that is billed
     */
    public record Wish(Ending ending, LocalDate terminatedOn, LocalDate billingEndsOn) {}

    /** The assignments that would run today or later. */
    public static List<Row> broken(List<Row> assignments, LocalDate today) {
        return assignments.stream()
                .filter(assignment -> !Assignment.isOverBy(assignment, today))
                .toList();
    }

    /**
     * @param seen as its author looked at it: over any other content it stays where it is
     * @param assignments of the number
     */
    public List<Intent> intents(Row seen, List<Row> assignments, Wish wish) {
        var intents = new ArrayList<Intent>();
        var now = seen;
        if (DidStatus.IN_USE.name().equals(seen.text("status"))) {
            // A step of its own, so that taking it all back finds a way on which each status is legal.
            var rest = effects.move(seen, DidStatus.ASSIGNED, Map.of(), seen.fingerprint());
            intents.add(rest);
            now = StatusEffects.after(seen, rest);
        }
        broken(assignments, today)
                .forEach(assignment -> intents.add(AssignmentPlan.stop(assignment, today.minusDays(1))));
        var given = new LinkedHashMap<String, @Nullable Object>();
        given.put("ending", wish.ending().name());
        given.put("terminatedOn", wish.terminatedOn());
        given.put("billingEndsOn", wish.billingEndsOn());
        intents.add(effects.move(now, DidStatus.TERMINATED, given, now.fingerprint()));
        return intents;
    }
}
