package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.ReferenceValues;
import cadran.model.catalog.Region;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanDoubtsTest {
    private static final NumberingPlan PLAN = NumberingPlan.shipped();

    private long lastId;
    private final ReferenceValues own = ReferenceValues.fresh(() -> new UUID(1, ++lastId));

    @ParameterizedTest
    @CsvSource({
        "+33144000000, FR, GEO, IDF, ''",
        "+33144000000, FR, GEO, '', ''",
        "+33144000000, FR, MOBILE, IDF, number.plan_other_type Géographique",
        "+33144000000, FR, GEO, SES, number.plan_other_region Île-de-France",
        "+33144000000, FR, SURTAXE, MOB, 'number.plan_other_type Géographique, number.plan_other_region Île-de-France'",
        "+33162012345, FR, GEO, IDF, ''",
        "+262692123456, RE, MOBILE, '', ''",
        "+262692123456, FR, MOBILE, '', number.other_calling_code +262",
        // Nobody's plan knows whose it is, and the library only that it does not know the number.
        "+33712345678, FR, GEO, IDF, number.unknown_to_library",
        "+33806123456, FR, SURTAXE, '', ''",
        "+15815006712, CA, INTERNATIONAL, '', ''",
        "+447700900123, GB, INTERNATIONAL, '', number.unknown_to_library",
    })
    void whatARowSaysOtherwiseThanThePlanIsTold(
            String number, String country, String type, String region, String expected) {
        var doubts = PlanDoubts.of(did(number, country, type, region(region)), PLAN, own);
        assertEquals(
                expected,
                String.join(", ", doubts.stream().map(PlanDoubtsTest::words).toList()));
    }

    private static String words(Problem problem) {
        return problem.code()
                + problem.args().values().stream().map(" "::concat).reduce("", String::concat);
    }

    /** A town of the organisation's own may lie anywhere. */
    @Test
    void aRegionWithoutDigitsContradictsNothing() {
        var town = new Region(new UUID(2, 1), own.dialingCodes().getFirst().id(), "LYS", "Lyon", null, true);
        var regions = new ArrayList<>(own.regions());
        regions.add(town);
        var with = new ReferenceValues(own.dialingCodes(), regions, own.carriers(), own.numberTypes(), own.equipment());
        assertEquals(List.of(), PlanDoubts.of(did("+33144000000", "FR", "GEO", town.id()), PLAN, with));
    }

    private @Nullable UUID region(String code) {
        return own.regions().stream()
                .filter(each -> each.code().equals(code))
                .map(Region::id)
                .findFirst()
                .orElse(null);
    }

    private Did did(String number, String country, String type, @Nullable UUID region) {
        var row = AssignmentPlanTest.did(DidStatus.AVAILABLE, null)
                .with("e164", number)
                .with("regionId", region)
                .with(
                        "dialingCodeId",
                        own.dialingCodes().stream()
                                .filter(each -> each.code().equals(country))
                                .map(DialingCode::id)
                                .findFirst()
                                .orElseThrow())
                .with(
                        "typeId",
                        own.numberTypes().stream()
                                .filter(each -> each.code().equals(type))
                                .map(NumberType::id)
                                .findFirst()
                                .orElseThrow());
        return Objects.requireNonNull(Did.TYPE.read(row));
    }
}
