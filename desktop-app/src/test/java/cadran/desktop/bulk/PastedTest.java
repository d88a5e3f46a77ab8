package cadran.desktop.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PastedTest {
    private static final List<Pasted.Heading> SHOWN = List.of(
            new Pasted.Heading("e164", "Numéro"),
            new Pasted.Heading("cost", "Coût mensuel"),
            new Pasted.Heading("tags", "Étiquettes"));

    private static Pasted over(String first, List<List<String>> cells) {
        return Pasted.over(cells, SHOWN, first, text -> text.toLowerCase(Locale.ROOT));
    }

    @Test
    void withoutHeadingsCellsGoToTheColumnsFromTheFirstOn() {
        var pasted = over("cost", List.of(List.of("1,35", "a"), List.of("1,40")));
        assertEquals(List.of("cost", "tags"), pasted.columns());
        assertEquals(2, pasted.lines().size());
        assertFalse(pasted.hasHeadings());
        assertNull(pasted.cell(1, 1), "a short line leaves the rest as it is");
    }

    @Test
    void headingsSayWhereEachColumnGoes() {
        var pasted = over("e164", List.of(List.of("étiquettes", "COÛT MENSUEL "), List.of("a", "1,35")));
        assertTrue(pasted.hasHeadings());
        assertEquals(List.of("tags", "cost"), pasted.columns());
        assertEquals(List.of(List.of("a", "1,35")), pasted.lines());
    }

    @Test
    void aFirstLineThatIsOnlyHalfHeadingsIsValues() {
        assertFalse(over("e164", List.of(List.of("Numéro", "1,35"), List.of("a", "b")))
                .hasHeadings());
        assertFalse(over("e164", List.of(List.of("Numéro", "Numéro"), List.of("a", "b")))
                .hasHeadings());
        assertFalse(over("tags", List.of(List.of("Étiquettes"))).hasHeadings(), "one line alone is a value");
    }

    @Test
    void whatStandsRightOfTheLastColumnIsCounted() {
        var pasted = over("tags", List.of(List.of("a", "b", "c")));
        assertEquals(List.of("tags"), pasted.columns());
        assertEquals(2, pasted.left());
    }
}
