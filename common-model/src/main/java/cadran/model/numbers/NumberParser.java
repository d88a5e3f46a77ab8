package cadran.model.numbers;

import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads any spelling of a number into its one canonical form, so that the same number is never there twice. The result
 * depends on the text, the country and our own tables; libphonenumber only adds a warning.
 */
public final class NumberParser {
    private static final String NORTH_AMERICA = "1";

    /** Its numbers have six digits at home and abroad; only the rest of France dials 0508 before them. */
    private static final String SAINT_PIERRE = "508";

    private final NumberingPlan plan;
    private final FrenchPlan french;

    public NumberParser(NumberingPlan plan) {
        this.plan = plan;
        this.french = plan.french();
    }

    /** @param country whose national numbers are meant where the text has no calling code */
    public Checked<E164> parse(String text, Country country) {
        return switch (NumberText.read(text)) {
            case Checked.Invalid<NumberText>(var problem) -> Checked.invalid(problem);
            case Checked.Valid<NumberText>(var typed, var _) ->
                switch (read(typed, country)) {
                    case Checked.Valid<E164>(var number, var warnings) -> withWarnings(number, warnings, country);
                    case Checked.Invalid<E164> invalid -> invalid;
                };
        };
    }

    private Checked<E164> read(NumberText typed, Country country) {
        return afterInternationalPrefix(typed, country)
                .map(this::international)
                .orElseGet(() -> national(typed.digits(), country));
    }

    /** 00 in most of the world, 011 in North America; no national number starts like that. */
    private static Optional<String> afterInternationalPrefix(NumberText typed, Country country) {
        var digits = typed.digits();
        if (typed.plus()) {
            return Optional.of(digits);
        }
        if (digits.startsWith("00")) {
            return Optional.of(digits.substring(2));
        }
        return country.digits().equals(NORTH_AMERICA) && digits.startsWith("011")
                ? Optional.of(digits.substring(3))
                : Optional.empty();
    }

    private Checked<E164> international(String digits) {
        if (digits.length() < 3 || digits.charAt(0) == '0') {
            return Checked.invalid(Problem.of("number.calling_code").with("digits", digits));
        }
        int end = CallingCodes.lengthIn(digits);
        var code = digits.substring(0, end);
        var national = digits.substring(end);
        if (code.equals(SAINT_PIERRE) && national.length() == 6) {
            return french("0508" + national, code);
        }
        return FrenchPlan.CALLING_CODES.contains(code) ? french(national, code) : foreign(national, code);
    }

    private Checked<E164> national(String digits, Country country) {
        var code = country.digits();
        if (!code.matches("[1-9][0-9]{0,3}")) {
            // A territory may have been written down with anything.
            return Checked.invalid(Problem.of("number.calling_code").with("digits", country.prefix()));
        }
        if (code.equals(SAINT_PIERRE) && digits.matches("[2-9]\\d{5}")) {
            return international(code + digits);
        }
        if (FrenchPlan.CALLING_CODES.contains(code)) {
            return lacksOnlyItsPlus(digits) ? international(digits) : french(digits, code);
        }
        var reading = foreign(digits, code);
        boolean readsBetterWithAPlus = digits.startsWith(code)
                && digits.charAt(0) != '0'
                && !(reading instanceof Checked.Valid<E164>(var number, var _) && isKnown(number.value()))
                && isKnown("+" + digits);
        return readsBetterWithAPlus ? international(digits) : reading;
    }

    private boolean isKnown(String e164) {
        return E164.isCanonical(e164) && (plan.of(new E164(e164)).isPresent() || !SecondOpinion.doubts(e164));
    }

    /** 33144100000: behind the calling code stands a whole number, and no national one begins like that and is as long. */
    private boolean lacksOnlyItsPlus(String digits) {
        return FrenchPlan.CALLING_CODES.stream()
                .filter(digits::startsWith)
                .map(code -> withLeadingZero(digits.substring(code.length())))
                .anyMatch(national -> national.length() == french.digitsOf(national));
    }

    private static String withLeadingZero(String digits) {
        return digits.startsWith("0") ? digits : "0" + digits;
    }

    /** The plan is one: a national number has the same canonical form from wherever in it and behind whichever of its codes it was typed. */
    private Checked<E164> french(String digits, String code) {
        if (digits.length() <= 6) {
            return Checked.invalid(Problem.of("number.short").with("digits", digits));
        }
        var national = withLeadingZero(digits);
        var prefix = french.of(national);
        if (national.length() != french.digitsOf(national)) {
            return wrongLength(digits, french.digitsOf(national));
        }
        var number = new E164(prefix.map(found -> found.callingCode()
                        + national.substring(found.replaced().length()))
                .orElseGet(() -> "+33" + national.substring(1)));
        return new Checked.Valid<>(number, otherCode(number, code));
    }

    private static Checked<E164> foreign(String digits, String code) {
        var national = withoutTrunkPrefix(digits, code);
        if (code.equals(NORTH_AMERICA) && national.length() != 10) {
            return wrongLength(digits, 10);
        }
        var number = "+" + code + national;
        return E164.isCanonical(number)
                ? Checked.valid(new E164(number))
                : Checked.invalid(Problem.of("number.digits").with("digits", digits));
    }

    /** A trunk prefix such as Russia's 8 may also begin a number: there the reading that exists decides. */
    private static String withoutTrunkPrefix(String digits, String code) {
        var trunk = SecondOpinion.trunkPrefix(code);
        if (trunk.isEmpty() || !digits.startsWith(trunk)) {
            return digits;
        }
        boolean neverBeginsANumber = trunk.startsWith("0") || code.equals(NORTH_AMERICA);
        return neverBeginsANumber || SecondOpinion.doubts("+" + code + digits)
                ? digits.substring(trunk.length())
                : digits;
    }

    private static Checked<E164> wrongLength(String digits, int expected) {
        return Checked.invalid(Problem.of("number.length")
                .with("digits", digits)
                .with("actual", digits.length())
                .with("expected", expected));
    }

    private static List<Problem> otherCode(E164 number, String expected) {
        return number.callingCode().equals("+" + expected)
                ? List.of()
                : List.of(Problem.of("number.other_calling_code").with("code", number.callingCode()));
    }

    private Checked<E164> withWarnings(E164 number, List<Problem> found, Country country) {
        var warnings = new ArrayList<>(found.isEmpty() ? otherCode(number, country.digits()) : found);
        if (!isVouchedFor(number) && SecondOpinion.doubts(number.value())) {
            warnings.add(Problem.of("number.unknown_to_library"));
        }
        return new Checked.Valid<>(number, warnings);
    }

    /** The French plan knows the regulator's blocks before the library does; the others end at the area code, where the library knows more. */
    private boolean isVouchedFor(E164 number) {
        return FrenchPlan.has(number) && plan(number).isPresent();
    }

    /** The line of the numbering plan that a number falls under, if it is one of a country whose plan we have. */
    public Optional<PlanPrefix> plan(E164 number) {
        return plan.of(number);
    }
}
