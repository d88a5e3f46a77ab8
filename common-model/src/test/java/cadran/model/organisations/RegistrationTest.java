package cadran.model.organisations;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.problem.Checked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {
    @ParameterizedTest
    @CsvSource({
        "73282932000074, ''",
        "732 829 320 00074, ''",
        "73282932000075, siret.check",
        "73282932100074, siret.check",
        "35600000000048, ''",
        "35600000049837, ''",
        "35600000049838, siret.check",
        "00000000000000, siret.check",
        "7328293200007, siret.digits",
        "7328293200007A, siret.digits",
        "'', siret.digits",
    })
    void aSiretIsCheckedAsInseeMadeIt(String text, String expected) {
        assertEquals(expected, codeOf(Siret.parse(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "FR44732829320, ''",
        "fr 44 732 829 320, ''",
        "FR45732829320, vat.check",
        "FRK7399859412, ''",
        "FRO7399859412, vat.format",
        "FR4473282932, vat.format",
        "BE0428759497, ''",
        "BE428759497, vat.format",
        "DE123456789, ''",
        "NL123456789B01, ''",
        "ATU12345678, ''",
        "EL123456789, ''",
        "GR123456789, vat.country",
        "GB123456789, vat.country",
        "F, vat.country",
        "'', vat.country",
    })
    void aVatNumberIsCheckedInItsCountry(String text, String expected) {
        assertEquals(expected, codeOf(VatNumber.parse(text)));
    }

    @Test
    void theFrenchKeyComesFromTheSiren() {
        assertEquals("FR44732829320", VatNumber.ofSiren("732829320").value());
        assertEquals("FR83404833048", VatNumber.ofSiren("404833048").value());
    }

    @ParameterizedTest
    @CsvSource({
        "B2B, Exemple SAS, 73282932000074, FR44732829320, ''",
        "B2B, Exemple SAS, , FR44732829320, siret field.required",
        "B2B, Exemple SAS, 73282932000074, , vatNumber field.required",
        "B2B, Exemple SAS, 73282932000074, FR83404833048, vatNumber vat.other_company",
        "B2B, Exemple SAS, 73282932000075, FR44732829320, siret siret.check",
        "B2B, Voorbeeld NV, , BE0428759497, ''",
        "B2B, ' ', 73282932000074, FR44732829320, name field.required",
        "B2C, Ada Martin, , , ''",
        "B2C, Ada Martin, 73282932000074, , siret registration.person_with_company_number",
        "B2C, Ada Martin, , FR44732829320, vatNumber registration.person_with_company_number",
    })
    void aCompanyIsKnownByItsNumbersAndAPersonHasNone(
            OrganisationKind kind, String name, String siret, String vatNumber, String expected) {
        var found = new Registration(kind, name, siret, vatNumber)
                .problems().stream()
                        .map(problem -> problem.field() + " " + problem.code())
                        .toList();
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected), found);
    }

    private static String codeOf(Checked<?> outcome) {
        return outcome instanceof Checked.Invalid<?>(var problem) ? problem.code() : "";
    }
}
