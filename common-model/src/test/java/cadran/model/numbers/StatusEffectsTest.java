package cadran.model.numbers;

import static cadran.model.numbers.AssignmentPlanTest.CUSTOMER;
import static cadran.model.numbers.AssignmentPlanTest.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusEffectsTest {
    private static final Row GEOGRAPHIC = NumberType.TYPE.row(
            new NumberType(new UUID(2, 1), "GEO", "Géographique", null, true, BigDecimal.valueOf(30)), new UUID(0, 1));
    private static final Row FRANCE = DialingCode.TYPE.row(
            new DialingCode(new UUID(2, 2), "FR", "+33", "France", true, BigDecimal.valueOf(40)), new UUID(0, 1));

    private final StatusEffects effects = with(GEOGRAPHIC, FRANCE);

    private static StatusEffects with(Row... rows) {
        return new StatusEffects(
                (type, id) -> Stream.of(rows)
                        .filter(row -> row.type() == type && row.id().equals(id))
                        .findFirst()
                        .orElse(null),
                TODAY);
    }

    private static Row did(DidStatus status, @Nullable UUID customer) {
        return AssignmentPlanTest.did(status, customer)
                .with("typeId", GEOGRAPHIC.id())
                .with("dialingCodeId", FRANCE.id());
    }

    /** How long, its type and its dialling code say; where they say nothing, it doesn't. */
    @ParameterizedTest
    @CsvSource({
        "30, 40, 2026-12-23, 2027-01-02",
        "0, 0, 2026-11-23, 2026-11-23",
        "90, 10, 2027-02-21, 2026-12-03",
        ", , ,",
    })
    void theTwoRestsAreSettings(
            @Nullable BigDecimal rest,
            @Nullable BigDecimal recoverable,
            @Nullable LocalDate restsUntil,
            @Nullable LocalDate recoverableUntil) {
        var rules = with(GEOGRAPHIC.with("restDays", rest), FRANCE.with("recoverableDays", recoverable));
        var taken = rules.of(
                did(DidStatus.ASSIGNED, CUSTOMER), DidStatus.AVAILABLE, Collections.singletonMap("customerId", null));
        assertEquals(restsUntil, taken.get("restsUntil"));
        var gone = rules.of(did(DidStatus.ASSIGNED, CUSTOMER), DidStatus.TERMINATED, Map.of());
        assertEquals(recoverableUntil, gone.get("recoverableUntil"));
    }

    @Test
    void theFirstUseAndTheArrivalAreNotedOnce() {
        var assigned = did(DidStatus.ASSIGNED, CUSTOMER);
        assertEquals(TODAY, effects.of(assigned, DidStatus.IN_USE, Map.of()).get("activatedOn"));
        var before = assigned.with("activatedOn", LocalDate.of(2020, 1, 1));
        assertFalse(effects.of(before, DidStatus.IN_USE, Map.of()).containsKey("activatedOn"));
        var ordered = did(DidStatus.ORDERED, null);
        assertEquals(TODAY, effects.of(ordered, DidStatus.AVAILABLE, Map.of()).get("acquiredOn"));
        assertFalse(effects.of(ordered, DidStatus.TERMINATED, Map.of()).containsKey("acquiredOn"));
    }

    @Test
    void aNumberThatIsTakenFromACustomerRests() {
        var assigned = did(DidStatus.ASSIGNED, CUSTOMER);
        var taken = effects.of(assigned, DidStatus.AVAILABLE, Collections.singletonMap("customerId", null));
        assertEquals(TODAY.plusDays(30), taken.get("restsUntil"));
        assertTrue(taken.containsKey("groupId"));
        var kept = effects.of(assigned, DidStatus.AVAILABLE, Map.of("customerId", CUSTOMER));
        assertFalse(kept.containsKey("restsUntil"));
    }

    @Test
    void aTerminationHasItsDaysAndThoseGivenCount() {
        var used = did(DidStatus.IN_USE, CUSTOMER);
        var now = effects.of(used, DidStatus.TERMINATED, Map.of());
        assertEquals(TODAY, now.get("terminationRequestedOn"));
        assertEquals(TODAY, now.get("terminatedOn"));
        assertEquals(TODAY, now.get("billingEndsOn"));
        assertEquals(TODAY.plusDays(40), now.get("recoverableUntil"));
        assertEquals("GIVEN_BACK", now.get("ending"));
        var given = new HashMap<String, @Nullable Object>();
        given.put("terminatedOn", TODAY.plusDays(7));
        given.put("ending", "PORTED_OUT");
        var later = effects.of(used, DidStatus.TERMINATED, given);
        assertEquals(TODAY.plusDays(7), later.get("terminatedOn"));
        assertEquals(TODAY.plusDays(7), later.get("billingEndsOn"));
        assertNull(later.get("recoverableUntil"));
    }

    @Test
    void aRestoredNumberBeginsAnew() {
        var gone = did(DidStatus.TERMINATED, CUSTOMER);
        var restored = effects.of(gone, DidStatus.AVAILABLE, Map.of());
        for (var field : new String[] {"customerId", "terminatedOn", "ending", "recoverableUntil", "billingEndsOn"}) {
            assertTrue(restored.containsKey(field), field);
            assertNull(restored.get(field), field);
        }
    }
}
