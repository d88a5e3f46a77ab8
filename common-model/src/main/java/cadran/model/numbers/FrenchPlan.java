package cadran.model.numbers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The French plan as it is dialled, one closed plan over six calling codes. It is our own because libraries lag: one read
 * 0692… typed in France as an invalid +33 number for years.
 */
public final class FrenchPlan {
    static final Set<String> CALLING_CODES = Set.of("33", "262", "508", "590", "594", "596");

    private static final String MAINLAND = "+33";

    private final LongestPrefix prefixes;
    private final List<PlanPrefix> lines;
    private final List<PlanPrefix> overseas;

    FrenchPlan(Collection<PlanPrefix> lines) {
        prefixes = new LongestPrefix(lines, PlanPrefix::prefix);
        this.lines = List.copyOf(lines);
        overseas = lines.stream()
                .filter(line -> !line.callingCode().equals(MAINLAND))
                .toList();
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

    /**
     * Where numbers that are dialled one after another lie in their canonical form: behind +33, and what of them the plan
     * gives to a territory overseas behind its code, too. Short numbers have no such form.
     */
    public List<NumberSpan> canonical(String first, String last) {
        if (!first.startsWith("0")) {
            return List.of();
        }
        var spans = new ArrayList<NumberSpan>();
        spans.add(new NumberSpan(MAINLAND + first.substring(1), MAINLAND + last.substring(1)));
        for (var line : overseas) {
            var lowest = filled(line, '0', first.length());
            var highest = filled(line, '9', first.length());
            if (lowest.compareTo(last) <= 0 && highest.compareTo(first) >= 0) {
                spans.add(new NumberSpan(
                        canonical(line, lowest.compareTo(first) < 0 ? first : lowest),
                        canonical(line, highest.compareTo(last) > 0 ? last : highest)));
            }
        }
        return spans;
    }

    /**
     * Stretches in which all numbers are of the same line, if any, and have the same beginning as they are dialled, as far
     * as one of these goes. They hold every number that falls under a line.
     *
     * @param beginnings with the leading 0
     */
    public List<NumberSpan> stretches(Collection<String> beginnings) {
        var stretches = new ArrayList<NumberSpan>();
        for (var code : CALLING_CODES) {
            var own = lines.stream()
                    .filter(line -> line.callingCode().equals("+" + code))
                    .toList();
            own.stream()
                    .flatMap(line -> line.lengths().stream())
                    .distinct()
                    .forEach(length -> stretches.addAll(Stretches.of(
                            own,
                            length,
                            beginnings.stream()
                                    .flatMap(each -> national("+" + code, length, each).stream())
                                    .toList())));
        }
        return stretches;
    }

    /** What follows the calling code in numbers of that length which are dialled with that beginning. */
    private static Optional<String> national(String code, int length, String beginning) {
        var dialled = dialled(new E164(code + "9".repeat(length)));
        var ahead = dialled.substring(0, dialled.length() - length);
        return beginning.startsWith(ahead) ? Optional.of(beginning.substring(ahead.length())) : Optional.empty();
    }

    private static String filled(PlanPrefix line, char digit, int length) {
        int missing = Math.max(0, length - line.prefix().length());
        return line.prefix() + String.valueOf(digit).repeat(missing);
    }

    private static String canonical(PlanPrefix line, String dialled) {
        return line.callingCode() + dialled.substring(line.replaced().length());
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
