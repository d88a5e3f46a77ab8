package cadran.desktop.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanSearchTest {
    private static final String THREE = "+10+19+25+25+30+99";

    @ParameterizedTest
    @CsvSource({
        "+09, false",
        "+10, true",
        "+15, true",
        "+19, true",
        "+20, false",
        "+24, false",
        "+25, true",
        "+26, false",
        "+29, false",
        "+30, true",
        "+99, true",
        "+1, false",
        "+100, false",
        "'', false",
        "z99, false"
    })
    void aTextLiesInASpanOrBesideAll(String text, boolean expected) {
        assertEquals(expected, new Filter.Spans("e164", 3, THREE).has(text));
    }

    @Test
    void itFindsWhatASlowSearchFinds() {
        var bounds = new StringBuilder();
        var inside = new TreeSet<String>();
        for (int from = 1000; from < 9900; from += 17) {
            int to = from + from % 11;
            bounds.append(from).append(to);
            for (int each = from; each <= to; each++) {
                inside.add(String.valueOf(each));
            }
        }
        var spans = new Filter.Spans("e164", 4, bounds.toString());
        for (int each = 1000; each < 10_000; each++) {
            String text = String.valueOf(each);
            assertEquals(inside.contains(text), spans.has(text), text);
        }
    }

    @Test
    void nothingLiesInNoSpanAndAnEmptyFieldInNone() {
        assertFalse(new Filter.Spans("e164", 3, "").has("+10"));
        assertFalse(new Filter.Spans("e164", 3, THREE).has(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10", "+10+1", "+10+19+2"})
    void endsComeInPairs(String bounds) {
        assertThrows(IllegalArgumentException.class, () -> new Filter.Spans("e164", 3, bounds));
    }
}
