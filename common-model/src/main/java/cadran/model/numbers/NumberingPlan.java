package cadran.model.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What we know ourselves about the numbers of France with its overseas territories, Belgium, Switzerland, the United
 * Kingdom with the islands that share its plan, and North America.
 */
public final class NumberingPlan {
    static final String FRENCH = "french-plan.csv";
    static final List<String> FOREIGN =
            List.of("belgian-plan.csv", "swiss-plan.csv", "british-plan.csv", "north-american-plan.csv");

    private final FrenchPlan french;
    private final List<PlanPrefix> lines;
    private final LongestPrefix prefixes;

    private NumberingPlan(List<PlanPrefix> french, List<PlanPrefix> foreign) {
        this.french = new FrenchPlan(french);
        this.lines = Stream.concat(french.stream(), foreign.stream()).toList();
        this.prefixes = new LongestPrefix(lines, PlanPrefix::canonical);
    }

    public static NumberingPlan shipped() {
        return new NumberingPlan(
                PlanFile.shipped(FRENCH),
                FOREIGN.stream()
                        .flatMap(name -> PlanFile.shipped(name).stream())
                        .toList());
    }

    /**
     * The line that a number falls under: that of the longest prefix that has numbers of this length. In Belgium the
     * length alone tells a number of Liège from a mobile number.
     */
    public Optional<PlanPrefix> of(E164 number) {
        int length = number.national().length();
        return prefixes.of(number.value())
                .filter(line -> line.lengths().contains(length))
                .findFirst();
    }

    /** All numbers that {@link #of} finds such a line for, as spans that a search can go by. */
    public List<NumberSpan> numbersOf(Predicate<PlanPrefix> wanted) {
        var spans = new ArrayList<NumberSpan>();
        lines.stream()
                .collect(Collectors.groupingBy(PlanPrefix::callingCode))
                .values()
                .forEach(own -> own.stream()
                        .flatMap(line -> line.lengths().stream())
                        .distinct()
                        .flatMap(length -> Stretches.of(own, length, List.of()).stream())
                        .filter(span ->
                                of(new E164(span.first())).filter(wanted).isPresent())
                        .forEach(spans::add));
        return NumberSpan.merged(spans);
    }

    /** The ISO code of a number's territory; where our plans have no line for it, libphonenumber may know it. */
    public Optional<String> territory(E164 number) {
        return of(number).map(PlanPrefix::territory).or(() -> SecondOpinion.territory(number));
    }

    public FrenchPlan french() {
        return french;
    }
}
