package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberDisplayTest {
    private final NumberParser parser = new NumberParser(NumberingPlan.shipped());

    @ParameterizedTest
    @CsvSource({
        "+33144000000, 01 44 00 00 00",
        "+33612345678, 06 12 34 56 78",
        "+33948353001, 09 48 35 30 01",
        "+33800123456, 0 800 12 34 56",
        "+33892123456, 0 892 12 34 56",
        "+337000012345678, 07 00 00 12 34 56 78",
        "+590590123456, 0590 12 34 56",
        "+262692123456, 0692 12 34 56",
        "+590700501234567, 0700 50 12 34 56 7",
        "+508412345, 0508 41 23 45",
        "+508708561234, 0708 56 12 34",
        "+15815006712, +1 581-500-6712",
        "+32470123456, +32 470 12 34 56",
        "+390612345678, +39 06 1234 5678",
        "+99912345678, +99912345678"
    })
    void aNumberIsWrittenAsItsCountryWritesIt(String number, String expected) {
        assertEquals(expected.replace(' ', '\u00A0'), NumberDisplay.of(new E164(number)));
    }

    @ParameterizedTest
    @CsvSource({
        "+33144000000, 0144000000",
        "+33800123456, 0800123456",
        "+337000012345678, 07000012345678",
        "+262692123456, 0692123456",
        "+508412345, 0508412345",
        "+15815006712, 5815006712",
        "+442079460123, 02079460123",
        "+448001111, 08001111",
        "+32470123456, 0470123456",
        "+41223456789, 0223456789",
        "+390612345678, 0612345678",
        "+99912345678, 12345678"
    })
    void atHomeANumberIsDialledWithoutItsCallingCode(String number, String expected) {
        assertEquals(expected, NumberDisplay.national(new E164(number)));
    }

    @Test
    void whatIsShownReadsBackAsTheSameNumber() {
        for (var number :
                new String[] {"+33144000000", "+33800123456", "+508412345", "+262692123456", "+15815006712"}) {
            assertEquals(
                    number,
                    parser.parse(NumberDisplay.of(new E164(number)), Country.FRANCE)
                            .orThrow()
                            .value());
        }
    }
}
