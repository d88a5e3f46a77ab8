package cadran.model.blocks;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.numbers.E164;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberBlocksTest {
    private static final LocalDate DAY = LocalDate.of(2017, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "+33188000000, PARI",
        "+33188999999, PARI",
        "+33187999999, ''",
        "+33189000000, ''",
        "+33188123456, INNE",
        "+33188123999, MOST",
        "+33188129999, INNE",
        "+33188130000, PARI",
        "+33948353001, NPV1",
        "+590590123456, GUAD",
        "+262692123456, REUN",
        "+262639012345, MAYO",
        "+590709001234, GMOB",
        "+508412345, PIER",
        "+508708561234, PMOB",
        "+337000012345678, MACH",
        "+590700501234567, GMAC",
        "+33700001234, ''",
        "+33118218, ''",
        "+32188123456, ''",
        "+442079460123, ''",
    })
    void aNumberIsLookedUpAsItIsDialledInFrance(String number, String holder) {
        var blocks = new NumberBlocks(List.of(
                line(1, "0188000000", "0188999999", "PARI"),
                line(2, "0188120000", "0188129999", "INNE"),
                line(3, "0188123900", "0188123999", "MOST"),
                line(4, "0948353000", "0948353999", "NPV1"),
                line(5, "0590120000", "0590129999", "GUAD"),
                line(6, "0692120000", "0692129999", "REUN"),
                line(7, "0639010000", "0639019999", "MAYO"),
                line(8, "0709000000", "0709009999", "GMOB"),
                line(9, "0508410000", "0508419999", "PIER"),
                line(10, "0708560000", "0708569999", "PMOB"),
                line(11, "07000010000000", "07000019999999", "MACH"),
                line(12, "0700501000000", "0700501999999", "GMAC"),
                line(13, "118218", "118218", "DIRE"),
                line(14, "3999", "3999", "SHOR")));
        assertEquals(holder, holder(blocks, number));
    }

    /** Of two that begin or end alike as well. */
    @Test
    void theNarrowestBlockCountsWhateverTheOrderOfTheFile() {
        var random = new Random(20_250_702);
        for (int round = 0; round < 2_000; round++) {
            var lines = new ArrayList<BlockLine>();
            nest(random, 188_000_000, 188_000_039, lines);
            Collections.shuffle(lines, random);
            var blocks = new NumberBlocks(lines);
            for (long number = 188_000_000; number <= 188_000_039; number++) {
                assertEquals(slowly(lines, "0" + number), holder(blocks, "+33" + number), lines::toString);
            }
        }
    }

    /** Blocks side by side, each perhaps with others in it, down to single numbers. */
    private static void nest(Random random, long first, long last, List<BlockLine> lines) {
        for (long from = first; from <= last; ) {
            long to = from + random.nextLong(last - from + 1);
            boolean whole = from == first && to == last;
            if (random.nextInt(3) > 0) {
                int line = lines.size() + 2;
                lines.add(line(line, "0" + from, "0" + to, "H" + line));
            }
            if (!whole && random.nextBoolean()) {
                nest(random, from, to, lines);
            }
            from = to + 1;
        }
    }

    private static String slowly(List<BlockLine> lines, String dialled) {
        long key = BlockLine.key(dialled);
        return lines.stream()
                .filter(line -> line.first() <= key && key <= line.last())
                .min(Comparator.comparingLong((BlockLine line) -> line.last() - line.first())
                        .thenComparingInt(line -> -lines.indexOf(line)))
                .map(BlockLine::holder)
                .orElse("");
    }

    @Test
    void aBlockIsShownAsTheFileHasIt() {
        var blocks = new NumberBlocks(List.of(line(1, "0948353000", "0948353999", "NPV1")));
        assertEquals(
                new Block("0948353000", "0948353999", "NPV1", "Métropole", DAY),
                blocks.of(new E164("+33948353001")).orElseThrow());
    }

    @Test
    void noBlocksHoldNothing() {
        var none = new NumberBlocks(List.of());
        assertEquals("", holder(none, "+33188000000"));
        assertTrue(none.newest().isEmpty());
    }

    private static String holder(NumberBlocks blocks, String number) {
        return blocks.of(new E164(number)).map(Block::holder).orElse("");
    }

    private static BlockLine line(int line, String first, String last, String holder) {
        return new BlockLine(line, BlockLine.key(first), BlockLine.key(last), holder, "Métropole", DAY);
    }
}
