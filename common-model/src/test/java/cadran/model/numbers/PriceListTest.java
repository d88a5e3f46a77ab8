package cadran.model.numbers;

import static cadran.model.numbers.AssignmentPlanTest.TODAY;
import static cadran.model.numbers.AssignmentPlanTest.did;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.sync.Change;
import cadran.model.sync.Decide;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {
    private final AtomicInteger made = new AtomicInteger();
    private Row did = did(DidStatus.AVAILABLE, null)
            .with("acquiredOn", TODAY.minusDays(100))
            .with("monthlyCost", new BigDecimal("1.00"));
    private final List<Row> prices = new ArrayList<>();

    private PriceList list() {
        return new PriceList(did, prices, TODAY, () -> new UUID(9, made.incrementAndGet()));
    }

    private void carryOut(List<Intent> intents) {
        for (var intent : intents) {
            var type = intent.entity().equals(Did.TYPE.name()) ? Did.TYPE : NumberPrice.TYPE;
            var current = type == Did.TYPE
                    ? did
                    : prices.stream()
                            .filter(price -> price.id().equals(intent.rowId()))
                            .findFirst()
                            .orElse(null);
            var decision = Decide.decide(type, intent, current, true, new UUID(0, 1));
            assertNull(decision.problem());
            if (type == Did.TYPE) {
                did = Objects.requireNonNull(decision.after());
                continue;
            }
            prices.remove(current);
            if (decision.after() != null) {
                prices.add(decision.after());
            }
        }
    }

    private void set(LocalDate day, String cost) {
        carryOut(list().set(new PriceList.Entry(day, new BigDecimal(cost), null, null)));
    }

    private String told() {
        return prices.stream()
                .sorted(Comparator.comparing(PriceList::start))
                .map(price -> ChronoUnit.DAYS.between(TODAY, PriceList.start(price)) + "=" + price.get("monthlyCost"))
                .collect(Collectors.joining(" "));
    }

    /** The first dated price dates the one before it, too. */
    @ParameterizedTest
    @CsvSource({
        // days from today, list afterwards, number afterwards
        "0, '-100=1.00 0=2.00', 2.00",
        "10, '-100=1.00 10=2.00', 1.00",
        "-10, '-100=1.00 -10=2.00', 2.00",
        "-100, '-100=2.00', 2.00",
        "-200, '-200=2.00', 2.00",
    })
    void aPriceHoldsFromItsDayOn(int days, String expected, String cost) {
        set(TODAY.plusDays(days), "2.00");
        assertEquals(expected, told());
        assertEquals(new BigDecimal(cost), did.get("monthlyCost"));
    }

    @Test
    void ofANumberThatCameOnAnUnknownDayThePriceSoFarIsTodays() {
        did = did.with("acquiredOn", null);
        set(TODAY.plusDays(5), "2.00");
        assertEquals("0=1.00 5=2.00", told());
    }

    @Test
    void ofTwoThatHaveBegunTheLaterCounts() {
        set(TODAY, "2.00");
        set(TODAY.minusDays(5), "3.00");
        assertEquals("-100=1.00 -5=3.00 0=2.00", told());
        assertEquals(new BigDecimal("2.00"), did.get("monthlyCost"));
        set(TODAY, "4.00");
        assertEquals("-100=1.00 -5=3.00 0=4.00", told());
        assertEquals(new BigDecimal("4.00"), did.get("monthlyCost"));
    }

    @Test
    void whereAPriceIsTakenAwayTheOneBeforeGoesOn() {
        set(TODAY, "2.00");
        carryOut(list().remove(prices.getLast()));
        assertEquals("-100=1.00", told());
        assertEquals(new BigDecimal("1.00"), did.get("monthlyCost"));
        carryOut(list().remove(prices.getLast()));
        assertEquals("", told());
        assertEquals(new BigDecimal("1.00"), did.get("monthlyCost"), "nothing says otherwise");
    }

    @Test
    void aPriceMovesToAnotherDay() {
        set(TODAY, "2.00");
        var moved = new PriceList.Entry(TODAY.plusDays(3), new BigDecimal("2.50"), null, "Avenant");
        carryOut(list().move(prices.getLast(), moved));
        assertEquals("-100=1.00 3=2.50", told());
        assertEquals(new BigDecimal("1.00"), did.get("monthlyCost"));
    }

    @ParameterizedTest
    @CsvSource({"2, '-100=1.00 0=2.00'", "1.0, ''", ", '-100=1.00 0=null'"})
    void whatIsEnteredInTheNumberStandsInTheListFromToday(@Nullable BigDecimal entered, String expected) {
        carryOut(list().entered(Map.of("monthlyCost", new Change(did.get("monthlyCost"), entered))));
        assertEquals(expected, told());
    }

    @Test
    void onlyWhatItCostsConcernsTheList() {
        assertTrue(PriceList.isTouchedBy(Set.of("notes", "currency")));
        assertFalse(PriceList.isTouchedBy(Set.of("notes", "setUpFee")));
        carryOut(list().entered(Map.of("notes", new Change(null, "x"))));
        assertEquals("", told());
    }
}
