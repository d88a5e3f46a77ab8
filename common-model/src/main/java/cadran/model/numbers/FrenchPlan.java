package cadran.model.numbers;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The French plan as it is dialled, one closed plan over six calling codes. It is our own because libraries lag: one read
 * 0692… typed in France as an invalid +33 number for years.
 */
public final class FrenchPlan {
    static final Set<String> CALLING_CODES = Set.of("33", "262", "508", "590", "594", "596");

    private final LongestPrefix prefixes;

    FrenchPlan(Collection<PlanPrefix> lines) {
        prefixes = new LongestPrefix(lines, PlanPrefix::prefix);
    }

    public static boolean has(E164 number) {
        return CALLING_CODES.contains(number.callingCode().substring(1));
    }

    /**
     * A French number with the leading 0, and with the 508 that one of Saint-Pierre-et-Miquelon has only when it is
     * dialled from the rest of France.
     */
    public static String dialled(E164 number) {
        boolean localInSaintPierre =
                number.callingCode().equals("+508") && number.national().length() == 6;
        return (localInSaintPierre ? "0508" : "0") + number.national();
    }

    /** @param national with its leading 0 */
    Optional<PlanPrefix> of(String national) {
        return prefixes.of(national).findFirst();
    }

    /** How long such a number is, with its leading 0: ten digits but for machines. In France a prefix has one length. */
    int digitsOf(String national) {
        return of(national)
                .map(line -> line.replaced().length() + line.lengths().getFirst())
                .orElse(10);
    }
}
