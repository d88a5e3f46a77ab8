package cadran.model.numbers;

import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.sync.RowLookup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a move of a number's status does to its dates and its customer, where its author says nothing else. How long it rests
 * its type says, and how long it can be had again its dialling code.
 */
public final class StatusEffects {
    private final RowLookup rows;
    private final LocalDate today;

    public StatusEffects(RowLookup rows, LocalDate today) {
        this.rows = rows;
        this.today = today;
    }

    /**
     * The move with all that changes with it.
     *
     * @param seen {@link Row#fingerprint} of what its author looked at, where that matters
     */
    public Intent.Move move(Row did, DidStatus to, Map<String, @Nullable Object> given, @Nullable String seen) {
        var changes = new LinkedHashMap<String, Change>();
        of(did, to, given).forEach((field, value) -> {
            if (!Objects.equals(did.get(field), value)) {
                changes.put(field, new Change(did.get(field), value));
            }
        });
        return new Intent.Move(Did.TYPE.name(), did.id(), "status", to.name(), changes, seen);
    }

    /** The number once it moved. */
    static Row after(Row did, Intent.Move move) {
        var after = did.with(move.field(), move.to());
        for (var change : move.changes().entrySet()) {
            after = after.with(change.getKey(), change.getValue().after());
        }
        return after;
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
        if (from == DidStatus.AVAILABLE) {
            // What it was kept for has happened.
            Reservation.FIELDS.stream()
                    .filter(field -> did.get(field) != null)
                    .forEach(field -> effects.put(field, null));
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
                    effects.put("restsUntil", restsUntil(did));
                }
            }
            case TERMINATED -> terminated(did, effects, given);
            case ASSIGNED -> effects.put("restsUntil", null);
            case ORDERED -> {}
        }
        if (did.get("awaitsPortOutSince") != null && (to == DidStatus.AVAILABLE || to == DidStatus.TERMINATED)) {
            effects.put("awaitsPortOutSince", null);
        }
        effects.putAll(given);
        return effects;
    }

    /** How long it rests when it is taken from its customer today. */
    public @Nullable LocalDate restsUntil(Row did) {
        return after(today, did, "typeId", NumberType.TYPE, "restDays");
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

    private void terminated(Row did, Map<String, @Nullable Object> effects, Map<String, @Nullable Object> given) {
        var last = given.get("terminatedOn") instanceof LocalDate day ? day : today;
        var ending =
                given.get("ending") == null ? Ending.GIVEN_BACK : Ending.valueOf(String.valueOf(given.get("ending")));
        first(did, effects, "terminationRequestedOn");
        effects.put("terminatedOn", last);
        effects.put("ending", ending.name());
        effects.put("billingEndsOn", last);
        effects.put("recoverableUntil", recoverableUntil(did, ending, last));
        effects.put("restsUntil", null);
    }

    /** What was ported out is the other carrier's: it can't be had again. */
    public @Nullable LocalDate recoverableUntil(Row did, Ending ending, LocalDate last) {
        return ending == Ending.PORTED_OUT
                ? null
                : after(last, did, "dialingCodeId", DialingCode.TYPE, "recoverableDays");
    }

    private @Nullable LocalDate after(LocalDate day, Row did, String reference, EntityType<?> type, String field) {
        var id = did.reference(reference);
        var row = id == null ? null : rows.find(type, id);
        return row != null && row.get(field) instanceof BigDecimal days ? day.plusDays(days.longValue()) : null;
    }
}
