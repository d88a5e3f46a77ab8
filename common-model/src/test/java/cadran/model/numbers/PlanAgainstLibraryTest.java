package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where our plans and libphonenumber differ, one of them is wrong or behind: a line of ours has to say so. */
class PlanAgainstLibraryTest {
    /** Where the territories differ; their sources say how. */
    private static final Set<String> EXPLAINED = Set.of("+447924", "+4498", "+1800");

    private final NumberingPlan plan = NumberingPlan.shipped();
    private final Random random = new Random(41);

    @Test
    void theLibraryKnowsEveryLineUnlessItsSourceSaysOtherwise() {
        var unknown = new TreeSet<String>();
        var saidToBeUnknown = new TreeSet<String>();
        foreignLines().forEach(line -> {
            if (line.source().contains("inconnu de libphonenumber")) {
                saidToBeUnknown.add(line.canonical());
            }
            for (int length : line.lengths()) {
                if (territories(line, length).findAny().isEmpty()) {
                    unknown.add(line.canonical());
                }
            }
        });
        assertEquals(saidToBeUnknown, unknown);
    }

    @Test
    void theLibraryPutsEveryLineInItsTerritory() {
        foreignLines()
                .filter(line -> !EXPLAINED.contains(line.canonical()))
                .forEach(line -> line.lengths()
                        .forEach(length -> territories(line, length)
                                .findFirst()
                                .ifPresent(territory -> assertEquals(line.territory(), territory, line::toString))));
    }

    /** So a number that exists is never without a line; in Britain six digits tell where numbers are one digit shorter. */
    @ParameterizedTest
    @CsvSource({
        "+32, 100, 1000, 8, 9",
        "+41, 100, 1000, 9, 12",
        "+44, 1000, 10000, 7, 10",
        "+44, 100000, 200000, 9, 9",
        "+1, 200, 1000, 10, 10"
    })
    void everyNumberOfTheLibraryHasALineOfItsTerritory(String code, int first, int end, int shortest, int longest) {
        var differing = new TreeSet<String>();
        IntStream.range(first, end).forEach(prefix -> {
            for (int length = shortest; length <= longest; length++) {
                for (int sample = 0; sample < 2; sample++) {
                    var number = numberOf(code + prefix, code, length);
                    var theirs = territory(number);
                    var ours = plan.of(number);
                    if (theirs.isPresent()
                            && !theirs.equals(ours.map(PlanPrefix::territory))
                            && ours.filter(line -> EXPLAINED.contains(line.canonical()))
                                    .isEmpty()) {
                        differing.add(number + " " + theirs.get());
                    }
                }
            }
        });
        assertEquals(new TreeSet<>(), differing);
    }

    private static Stream<PlanPrefix> foreignLines() {
        return NumberingPlan.FOREIGN.stream().flatMap(file -> PlanFile.shipped(file).stream());
    }

    /** Where the library puts numbers of a line, as far as it holds them for valid. */
    private Stream<String> territories(PlanPrefix line, int length) {
        return Stream.generate(() -> numberOf(line.canonical(), line.callingCode(), length))
                .limit(2_000)
                .filter(number -> plan.of(number).equals(Optional.of(line)))
                .flatMap(number -> territory(number).stream());
    }

    private static Optional<String> territory(E164 number) {
        return SecondOpinion.doubts(number.value()) ? Optional.empty() : SecondOpinion.territory(number);
    }

    private E164 numberOf(String start, String code, int length) {
        var number = new StringBuilder(start);
        while (number.length() < code.length() + length) {
            number.append(random.nextInt(10));
        }
        return new E164(number.toString());
    }
}
