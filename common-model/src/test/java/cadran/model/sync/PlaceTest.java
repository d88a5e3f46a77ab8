package cadran.model.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.model.numbers.Did;
import cadran.model.ownfields.OwnValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a place meets what others put there as in a field, also while there is nothing. */
class PlaceTest {
    private static final UUID ORG = new UUID(1, 1);
    private static final UUID NUMBER = new UUID(1, 2);
    private static final UUID FIELD = new UUID(1, 3);
    private static final UUID PLACE = OwnValue.place(NUMBER, FIELD);

    private static @Nullable Row holding(@Nullable String text) {
        return text == null
                ? null
                : new Row(OwnValue.TYPE, PLACE, 7, ORG, Arrays.asList(NUMBER, FIELD, text, null, null));
    }

    /** From nothing it is a creation, to nothing a deletion, as the desktop makes them. */
    private static Intent edit(@Nullable String before, @Nullable String after) {
        if (after == null) {
            return new Intent.Delete("own_value", PLACE);
        }
        if (before == null) {
            return new Intent.Create("own_value", PLACE, Map.of("didId", NUMBER, "fieldId", FIELD, "textValue", after));
        }
        var changes = new LinkedHashMap<String, Change>();
        changes.put("didId", new Change(NUMBER, NUMBER));
        changes.put("fieldId", new Change(FIELD, FIELD));
        changes.put("textValue", new Change(before, after));
        return new Intent.Patch("own_value", PLACE, changes);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // there, author saw that, before, after, verdict, problem, there afterwards
                "-, true,  -, B, APPLIED, '', B",
                "-, false, -, B, APPLIED, '', B",
                "A, false, -, A, NOTHING_TO_DO, '', A",
                "A, false, -, B, CONFLICT, row.changed_by_other, A",
                "A, true,  -, B, APPLIED, '', B",
                "A, false, A, B, APPLIED, '', B",
                "A, false, C, B, CONFLICT, row.changed_by_other, A",
                "A, false, C, A, NOTHING_TO_DO, '', A",
                "-, false, A, B, CONFLICT, row.changed_by_other, -",
                "-, false, A, -, NOTHING_TO_DO, '', -",
                "A, true,  A, -, APPLIED, '', -",
                "A, false, C, -, CONFLICT, row.changed_before_delete, A",
            })
    void aValueMeetsWhatIsThere(
            @Nullable String there,
            boolean seen,
            @Nullable String before,
            @Nullable String after,
            Verdict verdict,
            String problem,
            @Nullable String then) {
        var decision = Decide.decide(OwnValue.TYPE, edit(before, after), holding(there), seen, ORG);
        assertEquals(verdict, decision.verdict());
        var told = decision.problem();
        assertEquals(problem, told == null ? "" : told.code());
        var row = decision.after();
        assertEquals(then, row == null ? null : row.text("textValue"));
        if (verdict == Verdict.CONFLICT && after != null) {
            assertEquals("textValue", told == null ? null : told.field());
            var theirs = new LinkedHashMap<String, @Nullable Object>();
            theirs.put("textValue", there);
            assertEquals(theirs, decision.theirs());
        }
    }

    @Test
    void aValueOfAnotherKindIsAConflictThatLeavesOneValue() {
        var number = new Row(OwnValue.TYPE, PLACE, 7, ORG, Arrays.asList(NUMBER, FIELD, null, BigDecimal.ONE, null));
        var decision = Decide.decide(OwnValue.TYPE, edit(null, "A"), number, false, ORG);
        assertEquals(Verdict.CONFLICT, decision.verdict());
        assertEquals(number, decision.after());
    }

    @Test
    void eachNumberAndFieldHaveOnePlaceWhereverItIsFilled() {
        assertEquals(PLACE, OwnValue.TYPE.placeOf(Map.of("fieldId", FIELD, "didId", NUMBER, "textValue", "A")));
        assertNotEquals(PLACE, OwnValue.place(FIELD, NUMBER));
        assertNull(OwnValue.TYPE.placeOf(Map.of("didId", NUMBER)));
        assertNull(Did.TYPE.placeOf(Map.of("e164", "+33123456789")));
    }
}
