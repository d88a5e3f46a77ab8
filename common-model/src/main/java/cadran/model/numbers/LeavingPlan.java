package cadran.model.numbers;

import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's leaving takes, as the intents of one step for each number: what it serves ends on the day before, then
 * it rests or waits for its port-out. No number is terminated by it.
 */
public final class LeavingPlan {
    private final StatusEffects effects;
    private final LocalDate takesEffectOn;

    /**
     * @param effects on that day, whenever it is done: rests count from there
     * @param takesEffectOn the first day without the customer
     */
    public LeavingPlan(StatusEffects effects, LocalDate takesEffectOn) {
        this.effects = effects;
        this.takesEffectOn = takesEffectOn;
    }

    /** Whether the number leaves with that customer: one that is gone, or was taken out before, does not. */
    public static boolean concerns(Row did, UUID customer) {
        return !DidStatus.TERMINATED.name().equals(did.text("status"))
                && customer.equals(did.reference("customerId"))
                && did.get("awaitsPortOutSince") == null;
    }

    /** A customer takes along what it holds the contract of. */
    public static LeavingEffect effect(Row did, Row customer) {
        boolean isOwn = ContractHolder.isOneOf(
                did.text("contractHolder"),
                String.valueOf(customer.text("name")),
                String.valueOf(customer.text("code")));
        return isOwn ? LeavingEffect.AWAITS_PORT_OUT : LeavingEffect.RESTS;
    }

    /** The assignments that would run on that day or later. */
    public List<Row> ending(List<Row> assignments) {
        return TerminationPlan.broken(assignments, takesEffectOn);
    }

    /** The last day of its rest; null where it has none. One that never came has nothing to rest from. */
    public @Nullable LocalDate restsUntil(Row did) {
        return DidStatus.ORDERED.name().equals(did.text("status")) ? null : effects.restsUntil(did);
    }

    /** @param assignments of the number */
    public List<Intent> intents(Row did, List<Row> assignments, LeavingEffect effect) {
        var intents = new ArrayList<Intent>();
        var now = did;
        if (DidStatus.IN_USE.name().equals(did.text("status"))) {
            // A step of its own, so that taking it all back finds a way on which each status is legal.
            var rest = effects.move(did, DidStatus.ASSIGNED, Map.of(), null);
            intents.add(rest);
            now = StatusEffects.after(did, rest);
        }
        ending(assignments).forEach(each -> intents.add(AssignmentPlan.stop(each, takesEffectOn.minusDays(1))));
        intents.add(
                effect == LeavingEffect.RESTS ? rest(now) : patch(now, Map.of("awaitsPortOutSince", takesEffectOn)));
        return intents;
    }

    private Intent rest(Row did) {
        var given = new LinkedHashMap<String, @Nullable Object>();
        given.put("customerId", null);
        given.put("groupId", null);
        if (DidStatus.ASSIGNED.name().equals(did.text("status"))) {
            return effects.move(did, DidStatus.AVAILABLE, given, null);
        }
        // On order or free already: it stays what it is.
        if (restsUntil(did) != null) {
            given.put("restsUntil", restsUntil(did));
        }
        return patch(did, given);
    }

    private static Intent patch(Row did, Map<String, ? extends @Nullable Object> values) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> {
            if (!Objects.equals(did.get(field), value)) {
                changes.put(field, new Change(did.get(field), value));
            }
        });
        return new Intent.Patch(Did.TYPE.name(), did.id(), changes);
    }
}
