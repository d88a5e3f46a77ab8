package cadran.desktop.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {
    /** As they go into the clipboard and come back from there. */
    private static void assertComesBack(String text) {
        var line = List.of("first", text, "last");
        assertEquals(List.of(line), Tsv.read(Tsv.write(List.of(line))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://x.example\";\"ici\")",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "+1-1",
                "+33-1-44",
                "+33+1",
                "@SUM(A1:A9)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "'=1",
                "''=1",
                "'+33 1 44"
            })
    void aFormulaIsNoneInASpreadsheetAndComesBackAsItWas(String text) {
        assertEquals("'" + text, Harmless.write(text));
        assertComesBack(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+33144000000",
                "+33 1 44 00 00 00",
                "+1 581-500-6712",
                "+44\u00a020 7946 0000",
                "01 44 00 00 00",
                "-1,35",
                "+1.20",
                "-",
                "",
                "'",
                "l'été",
                "'tis",
                "Durand & Fils = client",
                "a@b.example"
            })
    void whatIsNoFormulaStaysAsItIs(String text) {
        assertEquals(text, Harmless.write(text));
        assertComesBack(text);
    }
}
