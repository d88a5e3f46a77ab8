package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
    private final NumberParser parser = new NumberParser(NumberingPlan.shipped());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01 44 00 00 00",
                "0144000000",
                " 0144000000 ",
                "01.44.00.00.00",
                "01-44-00-00-00",
                "01‑44‑00‑00‑00",
                "01/44/00/00/00",
                "01\u00A044\u202F00\u00A000\u00A000",
                "+33 1 44 00 00 00",
                "+33 (0)1 44 00 00 00",
                "(+33) 1 44 00 00 00",
                "+330144000000",
                "0033144000000",
                "0033 (0)1 44 00 00 00",
                "144000000",
                "33144000000",
                "330144000000",
                "33144000000.0",
                "33144000000,0",
                "'0144000000",
                "\u202A+33144000000\u202C",
                "０１４４００００００",
                "٠١٤٤٠٠٠٠٠٠",
                "＋33144000000"
            })
    void everySpellingOfAFrenchNumberIsTheSameNumber(String text) {
        assertEquals("+33144000000", canonical(text, Country.FRANCE));
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 0162012345, +33162012345",
        "FR, 0163012345, +33163012345",
        "FR, 0271012345, +33271012345",
        "FR, 0948353001, +33948353001",
        "FR, 0949012345, +33949012345",
        "FR, 0937123456, +33937123456",
        "FR, 0939031234, +33939031234",
        "FR, 0730123456, +33730123456",
        "FR, 0742123456, +33742123456",
        "FR, 0637123456, +33637123456",
        "FR, 0695123456, +33695123456",
        "FR, 0708123456, +33708123456",
        "FR, 0800123456, +33800123456",
        "FR, 07000012345678, +337000012345678",
        "FR, 0639012345, +262639012345",
        "FR, 0639980012, +33639980012",
        "FR, 0690001234, +590690001234",
        "FR, 0691001234, +590691001234",
        "FR, 0692123456, +262692123456",
        "FR, 0693123456, +262693123456",
        "FR, 0694201234, +594694201234",
        "FR, 0696201234, +596696201234",
        "FR, 0697201234, +596697201234",
        "FR, 0590123456, +590590123456",
        "FR, 0594123456, +594594123456",
        "FR, 0596123456, +596596123456",
        "FR, 0262123456, +262262123456",
        "FR, 0263012345, +262263012345",
        "FR, 0269601234, +262269601234",
        "FR, 0508412345, +508412345",
        "FR, 0708561234, +508708561234",
        "FR, 0709001234, +590709001234",
        "FR, 0709101234, +596709101234",
        "FR, 0709201234, +262709201234",
        "FR, 0709301234, +594709301234",
        "FR, 0709351234, +262709351234",
        "FR, 0947512345, +590947512345",
        "FR, 0947612345, +594947612345",
        "FR, 0947712345, +596947712345",
        "FR, 0947812345, +262947812345",
        "FR, 0947912345, +262947912345",
        "FR, 0976123456, +590976123456",
        "FR, 0939512345, +590939512345",
        "FR, 0700501234567, +590700501234567",
        "FR, +33 590 12 34 56, +590590123456",
        "FR, 590590123456, +590590123456",
        "FR, +590 0590 12 34 56, +590590123456",
        "GP, 0590123456, +590590123456",
        "GP, 0144000000, +33144000000",
        "PM, 41 23 45, +508412345",
        "FR, +508 41 23 45, +508412345",
        "FR, +508 508 41 23 45, +508412345",
        "CA, (581) 500-6712, +15815006712",
        "CA, 5815006712, +15815006712",
        "CA, 15815006712, +15815006712",
        "CA, 1-581-500-6712, +15815006712",
        "FR, +1 (581) 500-6712, +15815006712",
        "CA, 011 33 1 44 00 00 00, +33144000000",
        "BE, 0470 12 34 56, +32470123456",
        "BE, 02 501 23 45, +3225012345",
        "BE, 02 123 45 67, +3221234567",
        "BE, 04 501 23 45, +3245012345",
        "BE, 32470123456, +32470123456",
        "BE, 3245012345, +3245012345",
        "BE, 32 12 34 56, +3232123456",
        "CH, 079 123 45 67, +41791234567",
        "CH, 044 123 45 67, +41441234567",
        "FR, +41 860 79 123 45 67, +41860791234567",
        "GB, 020 7946 0123, +442079460123",
        "GB, (01539) 612345, +441539612345",
        "GB, 0800 1111, +448001111",
        "GB, 0845 4641, +448454641",
        "GB, 0800 123456, +44800123456",
        "GB, 01632 960123, +441632960123",
        "GB, 07700 900123, +447700900123",
        "GB, 447700900123, +447700900123",
        "FR, +44 7624 123456, +447624123456",
        "IT, 06 1234 5678, +390612345678",
        "FR, +39 06 1234 5678, +390612345678",
        "ES, 912 34 56 78, +34912345678",
        "LU, 27 12 34 56, +35227123456",
        "NC, 41 23 45, +687412345",
        "PF, 87 12 34 56, +68987123456",
        "RU, 8 (495) 123-45-67, +74951234567",
        "RU, 800 555 35 35, +78005553535",
    })
    void aNumberIsReadInItsCountry(String country, String text, String expected) {
        assertEquals(expected, canonical(text, country(country)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FR | '' | number.empty",
                "FR | ' () ' | number.empty",
                "FR | 3,31E+10 | number.scientific",
                "FR | 3.3144E10 | number.scientific",
                "FR | 3E+10 | number.scientific",
                "FR | 01 44 00 00 OO | number.character",
                "FR | 01 44 00 00 00 p. 12 | number.character",
                "FR | 01+44000000 | number.character",
                "FR | ++33144000000 | number.character",
                "FR | 33144000000,5 | number.character",
                "FR | 3995 | number.short",
                "FR | 118218 | number.short",
                "FR | 36123 | number.short",
                "FR | 01 44 00 00 | number.length",
                "FR | 01 44 00 00 00 0 | number.length",
                "FR | 0144000000/0144000001 | number.length",
                "FR | 5815006712 | number.length",
                "FR | 0700123456 | number.length",
                "FR | +33 1 44 00 00 | number.length",
                "CA | 581500671 | number.length",
                "CA | 33144100000 | number.length",
                "FR | + | number.empty",
                "FR | +0 | number.calling_code",
                "FR | +32 12 | number.digits",
                "BE | 047012345678901234 | number.digits",
            })
    void whatIsNoNumberIsRefusedWithItsReason(String country, String text, String code) {
        assertEquals(code, problem(text, country(country)).code());
    }

    @Test
    void theReasonNamesWhatWasTyped() {
        assertEquals("3,31E+10", problem("3,31E+10", Country.FRANCE).args().get("text"));
        assertEquals("O", problem("01 44 00 00 OO", Country.FRANCE).args().get("character"));
        var tooShort = problem("01 44 00 00", Country.FRANCE).args();
        assertEquals(List.of("8", "10"), List.of(tooShort.get("actual"), tooShort.get("expected")));
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 0144000000, ''",
        "GP, 0709001234, ''",
        "FR, 0692123456, number.other_calling_code +262",
        "FR, +33 692 12 34 56, number.other_calling_code +262",
        "RE, +33 692 12 34 56, number.other_calling_code +262",
        "RE, 0692123456, ''",
        "FR, +590 144000000, number.other_calling_code +33",
        "FR, +32 470 12 34 56, number.other_calling_code +32",
        "BE, 077 12 34 56, number.unknown_to_library",
        "BE, 04 501 23 45, number.unknown_to_library",
        "BE, 070 12 34 56, number.unknown_to_library",
        "BE, 078 12 34 56, number.unknown_to_library",
        "BE, 0450 12 34 56, ''",
        "BE, 0470 12 34 56, ''",
        "CH, 079 123 45 67, ''",
        "CH, 074 912 34 56, number.unknown_to_library",
        "CH, 0860 79 123 45 67, ''",
        "FR, 0712345678, number.unknown_to_library",
        "FR, 07000012345678, ''",
        "GB, 07700 900123, number.unknown_to_library",
        "GB, 01632 960123, number.unknown_to_library",
        "GB, 020 7946 0123, ''",
        "GB, (01539) 612345, ''",
        "GB, 0800 1111, ''",
        "GB, 0845 4641, ''",
        "GB, 0800 123456, ''",
        "GB, 07624 123456, ''",
        "GB, 020 7946 012, number.unknown_to_library",
        "CA, 581 500 6712, ''",
        "US, 999 555 0123, number.unknown_to_library",
    })
    void aDoubtIsAWarningAndNeverARefusal(String country, String text, String expected) {
        var valid = assertInstanceOf(Checked.Valid.class, parser.parse(text, country(country)));
        var warnings = ((Checked.Valid<?>) valid)
                .warnings().stream()
                        .map(problem -> (problem.code() + " " + problem.args().getOrDefault("code", "")).strip())
                        .toList();
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected), warnings);
    }

    @Test
    void theCanonicalFormReadsAsItself() {
        var french = NumberingPlan.shipped().french();
        for (var line : PlanFile.shipped(NumberingPlan.FRENCH)) {
            int dialled = line.replaced().length() + line.lengths().getFirst();
            var national = (line.prefix() + "12345678901234").substring(0, dialled);
            var number = canonical(national, Country.FRANCE);
            assertEquals(number, canonical(number, Country.FRANCE), national);
            assertEquals(number, canonical(number.substring(1), Country.FRANCE), national);
            assertEquals(french.of(national), parser.plan(new E164(number)), national);
        }
    }

    private String canonical(String text, Country country) {
        return parser.parse(text, country).orThrow().value();
    }

    /** Who wrote the territory down may have typed anything where its calling code belongs. */
    @ParameterizedTest
    @ValueSource(strings = {"C17", "+", "", "a b", "+0", "12345", "１"})
    void aTerritoryWithoutACallingCodeReadsWholeNumbersOnly(String prefix) {
        var nowhere = new Country("XX", prefix);
        assertEquals("number.calling_code", problem("0144000000", nowhere).code());
        assertInstanceOf(Checked.Valid.class, parser.parse("+33144000000", nowhere));
    }

    private Problem problem(String text, Country country) {
        return switch (parser.parse(text, country)) {
            case Checked.Invalid<E164>(var problem) -> problem;
            case Checked.Valid<E164>(var number, var _) -> fail(text + " was read as " + number);
        };
    }

    static Country country(String code) {
        return new Country(
                code,
                switch (code) {
                    case "FR" -> "+33";
                    case "GP" -> "+590";
                    case "RE" -> "+262";
                    case "PM" -> "+508";
                    case "CA", "US" -> "+1";
                    case "BE" -> "+32";
                    case "CH" -> "+41";
                    case "GB" -> "+44";
                    case "IT" -> "+39";
                    case "ES" -> "+34";
                    case "LU" -> "+352";
                    case "NC" -> "+687";
                    case "PF" -> "+689";
                    case "RU" -> "+7";
                    default -> throw new IllegalArgumentException(code);
                });
    }
}
