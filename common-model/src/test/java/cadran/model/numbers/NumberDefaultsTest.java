package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.ReferenceValues;
import cadran.model.catalog.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberDefaultsTest {
    private static final NumberingPlan PLAN = NumberingPlan.shipped();

    private long ids;
    private final ReferenceValues own = ReferenceValues.fresh(() -> new UUID(1, ++ids));

    @ParameterizedTest
    @CsvSource({
        "+33144000000, FR, IDF, GEO",
        "+33444000000, FR, SES, GEO",
        "+33162012345, FR, IDF, GEO",
        "+33612345678, FR, MOB, MOBILE",
        "+33743000000, FR, MOB2, MOBILE",
        "+33974990000, FR, NPV, NPV",
        "+33948353001, FR, NPV, NPV",
        "+33939031234, FR, NPV, NPV",
        "+33800123456, FR, '', VERT",
        "+33806123456, FR, '', ''",
        "+33891123456, FR, '', SURTAXE",
        "+262692123456, RE, '', MOBILE",
        "+262639012345, YT, '', MOBILE",
        "+590590123456, GP, '', GEO",
        "+3221234567, BE, '', INTERNATIONAL",
        "+32470123456, BE, '', INTERNATIONAL",
        "+41441234567, CH, '', INTERNATIONAL",
        "+442079460123, GB, '', INTERNATIONAL",
        "+441534123456, GB, '', INTERNATIONAL",
        "+15815006712, CA, '', INTERNATIONAL",
        "+12125550100, US, '', INTERNATIONAL",
        "+861012345678, '', '', ''"
    })
    void aNumberProposesItsCountryRegionAndType(String number, String country, String region, String type) {
        assertProposed(own, number, country, region, type);
    }

    @Test
    void theOrganisationsOwnFinerRegionsCount() {
        var france = own.dialingCodes().getFirst().id();
        var paris = new Region(new UUID(2, 1), france, "75", "Paris", "0144", true);
        var closed = new Region(new UUID(2, 2), france, "76", "Closed", "01440", false);
        var regions = new ArrayList<>(own.regions());
        regions.add(paris);
        regions.add(closed);
        var finer =
                new ReferenceValues(own.dialingCodes(), regions, own.carriers(), own.numberTypes(), own.equipment());
        assertProposed(finer, "+33144000000", "FR", "75", "GEO");
        assertProposed(finer, "+33145000000", "FR", "IDF", "GEO");
    }

    /** One range serves three islands, and only whoever enters the number knows. */
    @Test
    void whoSaysThatANumberOfGuadeloupeIsOfSaintMartinIsBelieved() {
        assertEquals("MF", countryOf("+590590123456", "MF"));
        assertEquals("GP", countryOf("+590590123456", "FR"));
        assertEquals("US", countryOf("+12125550100", "CA"));
    }

    private String countryOf(String number, String chosen) {
        var code = own.dialingCodes().stream()
                .filter(each -> each.code().equals(chosen))
                .findFirst();
        return NumberDefaults.of(new E164(number), PLAN, own, code)
                .country()
                .orElseThrow()
                .code();
    }

    @Test
    void whereTheOrganisationHasNoSuchRowNothingIsProposed() {
        var none = new ReferenceValues(List.of(), List.of(), List.of(), List.of(), List.of());
        assertProposed(none, "+33144000000", "", "", "");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, Île-de-France, Île-de-France",
                "' ', Île-de-France, Île-de-France",
                "Standard, Île-de-France, Standard – Île-de-France",
                "Standard île-de-france, Île-de-France, Standard île-de-france",
                "Standard, -, Standard",
                "-, -, -"
            })
    void aDescriptionNamesTheRegionOnce(
            @Nullable String description, @Nullable String region, @Nullable String described) {
        assertEquals(described, NumberDefaults.described(description, region));
    }

    private static void assertProposed(ReferenceValues own, String number, String country, String region, String type) {
        var found = NumberDefaults.of(new E164(number), PLAN, own, Optional.empty());
        assertEquals(country, found.country().map(DialingCode::code).orElse(""));
        assertEquals(region, found.region().map(Region::code).orElse(""));
        assertEquals(type, found.type().map(NumberType::code).orElse(""));
    }
}
