package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.*;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
    static List<String> files() {
        return Stream.concat(Stream.of(NumberingPlan.FRENCH), NumberingPlan.FOREIGN.stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyLineIsWhole(String file) {
        var seen = new HashSet<String>();
        for (var line : PlanFile.shipped(file)) {
            assertTrue(line.prefix().matches("\\d+"), line::toString);
            assertTrue(seen.add(line.canonical()), line::toString);
            assertTrue(line.callingCode().matches("\\+\\d+"), line::toString);
            assertTrue(line.territory().matches("[A-Z]{2}"), line::toString);
            assertEquals(line.area().strip(), line.area());
            assertFalse(line.source().isBlank(), line::toString);
            assertTrue(line.since().isAfter(LocalDate.of(2000, 1, 1)), line::toString);
            assertTrue(line.since().isBefore(LocalDate.of(2100, 1, 1)), line::toString);
        }
        assertFalse(seen.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyLengthGivesACanonicalNumberOfThatCode(String file) {
        for (var line : PlanFile.shipped(file)) {
            assertEquals(line.lengths().stream().distinct().sorted().toList(), line.lengths(), line::toString);
            for (int length : line.lengths()) {
                int free =
                        length + line.callingCode().length() - line.canonical().length();
                assertTrue(free >= 0, line::toString);
                var number = new E164(line.canonical() + "2".repeat(free));
                assertEquals(line.callingCode(), number.callingCode(), line::toString);
            }
        }
    }

    @Test
    void theFrenchPlanIsDialledWithAZeroAndClosed() {
        for (var line : PlanFile.shipped(NumberingPlan.FRENCH)) {
            assertTrue(line.prefix().startsWith("0"), line::toString);
            assertTrue(FrenchPlan.CALLING_CODES.contains(line.callingCode().substring(1)), line::toString);
            assertEquals(1, line.lengths().size(), line::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02;+32;0;BE;Bruxelles;GEOGRAPHIC;8;2026-11-04",
                "02;+32;0;BE;Bruxelles;GEOGRAPHIC;8;2026-11-04;BIPT;2007",
                "02;+32;0;BE;Bruxelles;GEOGRAFIC;8;2026-11-04;BIPT",
                "02;+32;0;BE;Bruxelles;GEOGRAPHIC;;2026-11-04;BIPT",
                "02;+32;0;BE;Bruxelles;GEOGRAPHIC;8;4/11/2026;BIPT",
                "2;+32;0;BE;Bruxelles;GEOGRAPHIC;8;2026-11-04;BIPT",
            })
    void aLineThatCannotBeReadIsRefused(String line) {
        assertThrows(RuntimeException.class, () -> PlanFile.read(new StringReader("columns\n" + line)));
    }

    @Test
    void remarksAndColumnNamesAreNoLines() {
        var read = PlanFile.read(new StringReader("""
                # remark
                prefix;calling_code

                02;+32;0;BE;Bruxelles;GEOGRAPHIC;8 9;2026-11-04;BIPT
                """));
        assertEquals(
                List.of(new PlanPrefix(
                        "02",
                        "+32",
                        "0",
                        "BE",
                        "Bruxelles",
                        NumberKind.GEOGRAPHIC,
                        List.of(8, 9),
                        LocalDate.of(2026, 11, 4),
                        "BIPT")),
                read);
    }

    @Test
    void aPrefixIsThereOnce() {
        var twice = List.of(
                PlanPrefix.ofLine("02;+32;0;BE;Bruxelles;GEOGRAPHIC;8;2026-11-04;BIPT"),
                PlanPrefix.ofLine("02;+32;0;BE;Antwerpen;GEOGRAPHIC;8;2026-11-04;BIPT"));
        assertThrows(IllegalArgumentException.class, () -> new LongestPrefix(twice, PlanPrefix::canonical));
    }
}
