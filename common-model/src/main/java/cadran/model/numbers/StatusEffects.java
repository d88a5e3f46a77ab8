package cadran.model.numbers;

import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a move of a number's status does to its dates and its customer, where its author says nothing else. */
public final class StatusEffects {
    private final Rests rests;
    private final LocalDate today;

    public StatusEffects(Rests rests, LocalDate today) {
        this.rests = rests;
        this.today = today;
    }

    /**
     * All that changes with the move.
     *
     * @param given what its author says
     */
    public Map<String, @Nullable Object> of(Row did, DidStatus to, Map<String, @Nullable Object> given) {
        var from = DidStatus.valueOf(String.valueOf(did.text("status")));
        var effects = new LinkedHashMap<String, @Nullable Object>();
        if (from == to) {
            return given;
        }
        if (from == DidStatus.ORDERED && to != DidStatus.TERMINATED) {
            first(did, effects, "acquiredOn");
        }
        switch (to) {
            case IN_USE -> first(did, effects, "activatedOn");
            case AVAILABLE -> {
                if (from == DidStatus.TERMINATED) {
                    restored(effects);
                } else if (did.get("customerId") != null
                        && given.containsKey("customerId")
                        && given.get("customerId") == null) {
                    effects.put("groupId", null);
                    effects.put("restsUntil", today.plusDays(rests.internal()));
                }
            }
            case TERMINATED -> terminated(did, effects, given);
            case ASSIGNED -> effects.put("restsUntil", null);
            case ORDERED -> {}
        }
        effects.putAll(given);
        return effects;
    }

    private void first(Row did, Map<String, @Nullable Object> effects, String field) {
        if (did.get(field) == null) {
            effects.put(field, today);
        }
    }

    private static void restored(Map<String, @Nullable Object> effects) {
        for (String field : new String[] {
            "customerId",
            "groupId",
            "terminationRequestedOn",
            "terminatedOn",
            "ending",
            "recoverableUntil",
            "billingEndsOn"
        }) {
            effects.put(field, null);
        }
    }

    /** What was ported out is the other carrier's: it can't be had again. */
    private void terminated(Row did, Map<String, @Nullable Object> effects, Map<String, @Nullable Object> given) {
        var last = given.get("terminatedOn") instanceof LocalDate day ? day : today;
        boolean ported = Ending.PORTED_OUT.name().equals(given.get("ending"));
        first(did, effects, "terminationRequestedOn");
        effects.put("terminatedOn", last);
        effects.put("ending", Ending.GIVEN_BACK.name());
        effects.put("billingEndsOn", last);
        effects.put("recoverableUntil", ported ? null : last.plusDays(rests.atCarrier()));
        effects.put("restsUntil", null);
    }
}
