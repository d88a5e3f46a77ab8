package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRangeTest {
    private static final UUID SOME = new UUID(1, 1);

    private static NumberRange range(String first, String last) {
        return new NumberRange(SOME, SOME, first, last, SOME, null, null, null, null, null, null, null, null, null);
    }

    private static Row row(String first, String last) {
        return NumberRange.TYPE.row(range(first, last), SOME);
    }

    private static @Nullable Problem problem(Row row) {
        return NumberRange.TYPE.rules().check(row);
    }

    private static String codeFor(Row row) {
        var problem = problem(row);
        return problem == null ? "" : problem.code() + " " + problem.field();
    }

    @ParameterizedTest
    @CsvSource({
        "+33144000000, +33144000099, ''",
        "+33144000000, +33144000000, ''",
        "+33144000000, +33144099999, ''",
        "+33144000000, +33144100000, range.too_long lastNumber",
        "+33144000099, +33144000000, range.last_before_first lastNumber",
        "+33144000000, +32244000099, range.bounds_differ lastNumber",
        "+33144000000, +3221234567, range.bounds_differ lastNumber",
        "+330144000000, +33144000099, number.not_canonical firstNumber",
        "0144000000, +33144000099, number.not_canonical firstNumber",
        "+33144000000, 0144000099, number.not_canonical lastNumber",
        "+442079460000, +442079460999, ''",
        "+590590360000, +590590360099, ''",
        "+33590360000, +33590360099, number.not_canonical firstNumber",
    })
    void itsBoundsAreTwoNumbersOfOneKindInOrder(String first, String last, String expected) {
        assertEquals(expected, codeFor(row(first, last)));
    }

    /** Bounds never change, so a later plan that spells them otherwise bars no edit. */
    @Test
    void whatAServerHasSeenIsNotHeldToItsBounds() {
        assertEquals("", codeFor(row("+33692000000", "+33692000099").atVersion(2)));
    }

    @Test
    void itsHeadIsANumberAndItsPricesArePrices() {
        var row = row("+33144000000", "+33144000099");
        assertEquals("number.not_canonical headNumber", codeFor(row.with("headNumber", "01 44")));
        assertEquals("", codeFor(row.with("headNumber", "+33144000000")));
        for (var price : List.of("priceOne", "priceTen", "priceHundred")) {
            assertEquals("number.negative_cost " + price, codeFor(row.with(price, new BigDecimal("-0.01"))));
            assertEquals("", codeFor(row.with(price, new BigDecimal("0.00"))));
        }
        assertEquals("number.unknown_currency currency", codeFor(row.with("currency", "EURO")));
    }

    @Test
    void itHasAllTheNumbersFromItsFirstToItsLast() {
        var range = range("+33144000098", "+33144000101");
        assertEquals(4, range.size());
        assertEquals(
                List.of("+33144000098", "+33144000099", "+33144000100", "+33144000101"),
                range.numbers().toList());
    }

    @Test
    void aRangeThatMeetsAnotherIsRefusedWhenItIsMade() {
        var row = row("+33144000000", "+33144000099");
        var other = NumberRange.TYPE.row(
                new NumberRange(
                        new UUID(2, 2),
                        SOME,
                        "+33144000050",
                        "+33144000149",
                        SOME,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                SOME);
        var rules = NumberRange.TYPE.rules();
        var beside = new NeighbourRulesTest.Beside(List.of(other));
        var problem = rules.checkBeside(null, row, beside);
        assertEquals(
                Problem.of("range.overlaps")
                        .with("id", other.id())
                        .with("label", "+33144000050 +33144000149")
                        .at("firstNumber"),
                problem);
        // Its bounds can't change, so nothing that is there becomes wrong.
        assertNull(rules.checkBeside(row.atVersion(1), row.with("trunk", "T2"), beside));
    }
}
