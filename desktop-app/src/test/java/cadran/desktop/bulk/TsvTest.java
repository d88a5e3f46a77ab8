package cadran.desktop.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TsvTest {
    @Test
    void whatIsWrittenIsReadAsItWas() {
        var lines = List.of(
                List.of("01 44 00 00 00", "1,35", ""),
                List.of("two\nlines", "a\ttab", "\"quoted\" at the start"),
                List.of("5\" pipe", "", "end"));
        assertEquals(lines, Tsv.read(Tsv.write(lines)));
    }

    @Test
    void onlyWhatNeedsThemStandsBetweenQuotationMarks() {
        assertEquals("a b\t5\" pipe\t\"x\ty\"", Tsv.write(List.of(List.of("a b", "5\" pipe", "x\ty"))));
    }

    /** Excel ends every line, also the last, with both signs; LibreOffice with one. */
    @Test
    void lineEndsOfEverySystemEndALine() {
        var two = List.of(List.of("1", "2"), List.of("3", "4"));
        assertEquals(two, Tsv.read("1\t2\r\n3\t4\r\n"));
        assertEquals(two, Tsv.read("1\t2\n3\t4\n"));
        assertEquals(two, Tsv.read("1\t2\r3\t4"));
    }

    @Test
    void anEmptyLineInTheMiddleIsARowThatIsEmpty() {
        assertEquals(List.of(List.of("1"), List.of(""), List.of("3")), Tsv.read("1\n\n3\n"));
        assertEquals(List.of(), Tsv.read(""));
    }

    @Test
    void aMarkThatIsNeverClosedIsAnOrdinaryOne() {
        assertEquals(List.of(List.of("\"open", "b"), List.of("c")), Tsv.read("\"open\tb\nc"));
        assertEquals(List.of(List.of("\"a\" b")), Tsv.read("\"a\" b"));
    }
}
