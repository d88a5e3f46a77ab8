package cadran.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRulesTest {
    private static final UUID SOME = new UUID(1, 2);

    @ParameterizedTest
    @CsvSource({"'', ''", "0, ''", "3650, ''", "3651, field.not_days", "-1, field.not_days"})
    void restsAreCountedInDays(String days, String expected) {
        var number = days.isEmpty() ? null : new BigDecimal(days);
        assertEquals(
                expected,
                codeFor(NumberType.TYPE.row(new NumberType(SOME, "GEO", "Géographique", null, true, number), SOME)));
        assertEquals(
                expected,
                codeFor(DialingCode.TYPE.row(new DialingCode(SOME, "FR", "+33", "France", true, number), SOME)));
    }

    private static String codeFor(Row row) {
        var problem = row.type().rules().check(row);
        return problem == null ? "" : problem.code();
    }
}
