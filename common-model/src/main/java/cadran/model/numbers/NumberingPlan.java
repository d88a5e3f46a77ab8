package cadran.model.numbers;

import java.util.List;
import java.util.Optional;
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
    private final LongestPrefix prefixes;

    private NumberingPlan(List<PlanPrefix> french, List<PlanPrefix> foreign) {
        this.french = new FrenchPlan(french);
        this.prefixes = new LongestPrefix(
                Stream.concat(french.stream(), foreign.stream()).toList(), PlanPrefix::canonical);
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

    /** The ISO code of a number's territory; where our plans have no line for it, libphonenumber may know it. */
    public Optional<String> territory(E164 number) {
        return of(number).map(PlanPrefix::territory).or(() -> SecondOpinion.territory(number));
    }

    public FrenchPlan french() {
        return french;
    }
}
