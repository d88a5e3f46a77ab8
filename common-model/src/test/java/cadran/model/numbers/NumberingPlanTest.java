package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingPlanTest {
    private final NumberingPlan plan = NumberingPlan.shipped();

    @ParameterizedTest
    @CsvSource({
        "+33144000000, FR, Île-de-France, GEOGRAPHIC",
        "+33162012345, FR, '', VERIFIED",
        "+33163012345, FR, '', VERIFIED",
        "+33271012345, FR, '', VERIFIED",
        "+33948353001, FR, '', VERIFIED",
        "+33949012345, FR, '', VERIFIED",
        "+33937123456, FR, '', PLATFORM",
        "+33939031234, FR, '', PLATFORM",
        "+33730123456, FR, '', MOBILE",
        "+33742123456, FR, '', MOBILE",
        "+337000012345678, FR, '', MACHINE",
        "+590690001234, GP, '', MOBILE",
        "+262692123456, RE, '', MOBILE",
        "+262639012345, YT, '', MOBILE",
        "+594694201234, GF, '', MOBILE",
        "+596696201234, MQ, '', MOBILE",
        "+590947512345, GP, '', VERIFIED",
        "+594947612345, GF, '', VERIFIED",
        "+596947712345, MQ, '', VERIFIED",
        "+262947812345, YT, '', VERIFIED",
        "+262947912345, RE, '', VERIFIED",
        "+590709001234, GP, '', MOBILE",
        "+596709101234, MQ, '', MOBILE",
        "+262709201234, RE, '', MOBILE",
        "+594709301234, GF, '', MOBILE",
        "+508708561234, PM, '', MOBILE",
        "+508412345, PM, '', GEOGRAPHIC",
        "+590700501234567, GP, '', MACHINE",
        "+3221234567, BE, Bruxelles, GEOGRAPHIC",
        "+3293123456, BE, Gent, GEOGRAPHIC",
        "+3281123456, BE, Namur, GEOGRAPHIC",
        "+3280212345, BE, Stavelot, GEOGRAPHIC",
        "+3280012345, BE, '', FREEPHONE",
        "+3290012345, BE, '', SURCHARGED",
        "+3270123456, BE, '', SURCHARGED",
        "+3278123456, BE, '', NORMAL_RATE",
        "+32450123456, BE, '', MOBILE",
        "+32470123456, BE, '', MOBILE",
        "+32499123456, BE, '', MOBILE",
        "+327712345678901, BE, '', MACHINE",
        "+41223456789, CH, Genève, GEOGRAPHIC",
        "+41441234567, CH, Zürich, GEOGRAPHIC",
        "+41791234567, CH, '', MOBILE",
        "+41860791234567, CH, '', VOICEMAIL",
        "+41749123456, CH, '', MACHINE",
        "+41740123456, CH, '', PAGER",
        "+41581234567, CH, '', CORPORATE",
        "+41878123456, CH, '', PERSONAL",
        "+41848123456, CH, '', NORMAL_RATE",
        "+41900123456, CH, '', SURCHARGED",
        "+442079460123, GB, London, GEOGRAPHIC",
        "+441539612345, GB, Sedbergh, GEOGRAPHIC",
        "+441539712345, GB, Kendal, GEOGRAPHIC",
        "+44169772345, GB, Brampton, GEOGRAPHIC",
        "+441632960123, GB, '', GEOGRAPHIC",
        "+441481712345, GG, '', GEOGRAPHIC",
        "+441534712345, JE, '', GEOGRAPHIC",
        "+441624712345, IM, '', GEOGRAPHIC",
        "+447700900123, GB, '', MOBILE",
        "+447624123456, IM, '', MOBILE",
        "+447797123456, JE, '', MOBILE",
        "+447781123456, GG, '', MOBILE",
        "+447640123456, GB, '', PAGER",
        "+448001111, GB, '', FREEPHONE",
        "+44800123456, GB, '', FREEPHONE",
        "+448001234567, GB, '', FREEPHONE",
        "+448454641, GB, '', SURCHARGED",
        "+443001234567, GB, '', NORMAL_RATE",
        "+445512345678, GB, '', CORPORATE",
        "+445612345678, GB, '', NON_GEOGRAPHIC",
        "+447012345678, GB, '', PERSONAL",
        "+15815006712, CA, Québec, GEOGRAPHIC",
        "+14165550123, CA, Ontario, GEOGRAPHIC",
        "+12125550123, US, New York, GEOGRAPHIC",
        "+17875550123, PR, '', GEOGRAPHIC",
        "+18095550123, DO, '', GEOGRAPHIC",
        "+16715550123, GU, '', GEOGRAPHIC",
        "+18005550123, US, '', FREEPHONE",
        "+18335550123, US, '', FREEPHONE",
        "+19005550123, US, '', SURCHARGED",
        "+15005550123, US, '', PERSONAL",
        "+17105550123, US, '', OTHER",
    })
    void aNumberFallsUnderItsLine(String number, String territory, String area, NumberKind kind) {
        var line = plan.of(new E164(number)).orElseThrow();
        assertEquals(territory, line.territory());
        assertEquals(area, line.area());
        assertEquals(kind, line.kind());
    }

    @Test
    void inBelgiumTheLengthTellsLiegeFromAMobileNumber() {
        assertEquals("Liège", plan.of(new E164("+3245012345")).orElseThrow().area());
        assertEquals(
                NumberKind.MOBILE,
                plan.of(new E164("+32450123456")).orElseThrow().kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+3277123456",
                "+32420123456",
                "+4186079123456",
                "+4179123456",
                "+44207946012",
                "+448001112",
                "+44500123456",
                "+1581500671",
                "+19995550123",
                "+33712345678",
                "+390612345678"
            })
    void aNumberOfAnotherLengthOrPrefixFallsUnderNone(String number) {
        assertTrue(plan.of(new E164(number)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "+447700900123, GB",
        "+262692123456, RE",
        "+390612345678, IT",
        "+35227123456, LU",
        "+74951234567, RU",
        "+15555555555, ''",
        "+80012345678, ''",
        "+33712345678, FR",
        "+99912345678, ''",
    })
    void theLibraryNamesTheTerritoryOnlyWhereThePlansDoNot(String number, String territory) {
        assertEquals(territory, plan.territory(new E164(number)).orElse(""));
    }

    /** What a list is narrowed to must be what is said of each of its numbers. */
    @ParameterizedTest
    @EnumSource
    void numbersOfAKindAreThoseThatTheirLineSaysItOf(NumberKind kind) {
        var spans = plan.numbersOf(line -> line.kind() == kind);
        var random = new Random(kind.name().hashCode());
        int within = 0;
        for (var line : lines()) {
            for (int length : line.lengths()) {
                int free =
                        length + line.callingCode().length() - line.canonical().length();
                for (var filling : List.of("0", "9", String.valueOf(random.nextInt(10)))) {
                    var number = new E164(line.canonical() + filling.repeat(free));
                    boolean expected = plan.of(number)
                            .filter(found -> found.kind() == kind)
                            .isPresent();
                    assertEquals(expected, isIn(spans, number.value()), number::value);
                    within += expected ? 1 : 0;
                }
            }
        }
        assertEquals(lines().stream().anyMatch(line -> line.kind() == kind), within > 0);
    }

    private static List<PlanPrefix> lines() {
        return PlanFileTest.files().stream()
                .flatMap(file -> PlanFile.shipped(file).stream())
                .toList();
    }

    private static boolean isIn(List<NumberSpan> spans, String number) {
        return spans.stream()
                .anyMatch(span -> span.length() == number.length()
                        && span.first().compareTo(number) <= 0
                        && span.last().compareTo(number) >= 0);
    }
}
