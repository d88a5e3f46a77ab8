package cadran.model.numbers;

import static cadran.model.numbers.AssignmentPlanTest.CUSTOMER;
import static cadran.model.numbers.AssignmentPlanTest.TODAY;
import static cadran.model.numbers.AssignmentPlanTest.did;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusEffectsTest {
    private final StatusEffects effects = new StatusEffects(new Rests(30, 40), TODAY);

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
