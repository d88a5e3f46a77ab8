package cadran.model.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.numbers.Country;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberSpan;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Checked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldNumbersTest {
    private static final LocalDate DAY = LocalDate.of(2017, 1, 1);
    private static final NumberingPlan PLAN = NumberingPlan.shipped();

    private static final NumberBlocks BLOCKS = new NumberBlocks(List.of(
            line(1, "0188000000", "0188999999", "PARI"),
            line(2, "0188120000", "0188129999", "INNE"),
            line(3, "0188123900", "0188123999", "PARI"),
            line(4, "0189000000", "0189099999", "PARI"),
            line(5, "0590120000", "0590129999", "GUAD"),
            line(6, "0508410000", "0508419999", "PIER"),
            line(7, "0708560000", "0708569999", "PIER"),
            line(8, "0709000000", "0709199999", "ISLE"),
            line(9, "07000010000000", "07000019999999", "MACH"),
            line(10, "3999", "3999", "SHOR")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Side by side they are one; without what a narrower block takes out.
                "PARI | +33188000000-+33188119999 +33188123900-+33188123999 +33188130000-+33189099999",
                "INNE | +33188120000-+33188123899 +33188124000-+33188129999",
                "GUAD | +33590120000-+33590129999 +590590120000-+590590129999",
                "PIER | +508410000-+508419999 +33508410000-+33508419999 +33708560000-+33708569999 "
                        + "+508708560000-+508708569999",
                "ISLE | +33709000000-+33709199999 +590709000000-+590709099999 +596709100000-+596709199999",
                "MACH | +337000010000000-+337000019999999",
                "SHOR | ''",
                "NONE | ''",
            })
    void aHoldersNumbersAreSpansOfCanonicalOnes(String holder, String spans) {
        assertEquals(
                spans,
                String.join(
                        " ",
                        held(holder).stream()
                                .map(span -> span.first() + "-" + span.last())
                                .toList()));
    }

    /** Whatever lies in whatever, and on either side of the plan's borders. */
    @Test
    void theyAreThoseThatTheBlocksNameTheHolderOf() {
        var random = new Random(7);
        var parser = new NumberParser(PLAN);
        var starts = List.of("018", "0188", "01881239", "0590", "05901", "0508", "050841", "0708", "0709", "07000");
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            var dialled = new StringBuilder(starts.get(random.nextInt(starts.size())));
            int length = dialled.toString().equals("07000") ? 14 : 10;
            while (dialled.length() < length) {
                dialled.append(random.nextInt(3) == 0 ? '9' : (char) ('0' + random.nextInt(10)));
            }
            if (parser.parse(dialled.toString(), Country.FRANCE) instanceof Checked.Valid<E164>(var number, var _)) {
                var holder = BLOCKS.of(number).map(Block::holder).orElse("NONE");
                for (var each : List.of("PARI", "INNE", "GUAD", "PIER", "ISLE", "MACH")) {
                    assertEquals(each.equals(holder), isIn(held(each), number.value()), () -> number + " of " + each);
                }
                found += holder.equals("NONE") ? 0 : 1;
            }
        }
        assertTrue(found > 5_000, "the numbers miss the blocks");
    }

    @Test
    void spansThatTouchOrOverlapAreOne() {
        var spans = new ArrayList<>(Stream.of("10-19", "20-29", "25-27", "31-40", "100-199")
                .map(text -> text.split("-"))
                .map(ends -> new NumberSpan("+" + ends[0], "+" + ends[1]))
                .toList());
        java.util.Collections.shuffle(spans, new Random(1));
        assertEquals(
                List.of(new NumberSpan("+10", "+29"), new NumberSpan("+31", "+40"), new NumberSpan("+100", "+199")),
                NumberSpan.merged(spans));
    }

    private static List<NumberSpan> held(String holder) {
        return HeldNumbers.of(BLOCKS, PLAN.french(), holder::equals);
    }

    private static boolean isIn(List<NumberSpan> spans, String number) {
        return spans.stream()
                .anyMatch(span -> span.length() == number.length()
                        && span.first().compareTo(number) <= 0
                        && span.last().compareTo(number) >= 0);
    }

    private static BlockLine line(int line, String first, String last, String holder) {
        return new BlockLine(line, BlockLine.key(first), BlockLine.key(last), holder, "Métropole", DAY);
    }
}
