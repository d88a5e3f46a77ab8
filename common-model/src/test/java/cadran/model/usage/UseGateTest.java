package cadran.model.usage;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped rules, case by case, and how rules are weighed against each other. */
class UseGateTest {
    private static final NumberingPlan PLAN = NumberingPlan.shipped();
    private static final String PARIS = "+33144000000";
    private static final String NPV = "+33162012345";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final UseGate shipped = new UseGate(PLAN, UseRule.shipped());

    @ParameterizedTest
    @CsvSource({
        // An automated system shows no ordinary number, neither as caller nor as sender; verified ones exist for that.
        "+33144000000, ROBOT, VOICE, FORBIDDEN, use.forbidden",
        "+33144000000, ROBOT, SMS, FORBIDDEN, use.forbidden",
        "+33974990000, ROBOT, VOICE, FORBIDDEN, use.forbidden",
        "+590590123456, ROBOT, VOICE, FORBIDDEN, use.forbidden",
        "+508412345, ROBOT, VOICE, FORBIDDEN, use.forbidden",
        "+33612345678, ROBOT, SMS, FORBIDDEN, use.forbidden",
        "+262692123456, ROBOT, SMS, FORBIDDEN, use.forbidden",
        "+33162012345, ROBOT, VOICE, ALLOWED, ''",
        "+33162012345, ROBOT, SMS, ALLOWED, ''",
        "+33948353001, PREDICTIVE, VOICE, ALLOWED, ''",
        "+33270123456, PROGRESSIVE, VOICE, ALLOWED, ''",
        "+590947512345, ROBOT, VOICE, ALLOWED, ''",
        "+33162012345, MANUAL, VOICE, ALLOWED, ''",
        // The overseas ones of 2026 are only reported.
        "+590598712345, ROBOT, VOICE, TO_BE_CHECKED, use.second_hand",
        "+594598812345, ROBOT, VOICE, TO_BE_CHECKED, use.second_hand",
        "+596598912345, ROBOT, VOICE, TO_BE_CHECKED, use.second_hand",
        "+262268812345, ROBOT, VOICE, TO_BE_CHECKED, use.second_hand",
        "+262268912345, ROBOT, SMS, TO_BE_CHECKED, use.second_hand",
        // Only the mobile access that a mobile number belongs to may show it on a call.
        "+33612345678, MANUAL, VOICE, FORBIDDEN, use.forbidden",
        "+33612345678, PREVIEW, VOICE, FORBIDDEN, use.forbidden",
        "+33743000000, PREDICTIVE, VOICE, FORBIDDEN, use.forbidden",
        "+590690001234, ROBOT, VOICE, FORBIDDEN, use.forbidden",
        "+33612345678, MANUAL, SMS, TO_BE_CHECKED, use.no_rule",
        // What counts as an automated system, as others report it.
        "+33144000000, PREDICTIVE, VOICE, TO_BE_CHECKED, use.second_hand",
        "+33144000000, PROGRESSIVE, VOICE, TO_BE_CHECKED, use.second_hand",
        "+33144000000, PREVIEW, VOICE, TO_BE_CHECKED, use.second_hand",
        "+33974990000, PREDICTIVE, VOICE, TO_BE_CHECKED, use.second_hand",
        "+33974990000, PROGRESSIVE, SMS, TO_BE_CHECKED, use.second_hand",
        "+33974990000, PREVIEW, VOICE, TO_BE_CHECKED, use.second_hand",
        "+33144000000, MANUAL, VOICE, ALLOWED, ''",
        "+33144000000, MANUAL, SMS, ALLOWED, ''",
        "+33974990000, MANUAL, VOICE, ALLOWED, ''",
        // Numbers that the rules say little or nothing of.
        "+33939031234, ROBOT, VOICE, TO_BE_CHECKED, use.depends",
        "+33937123456, ROBOT, SMS, TO_BE_CHECKED, use.depends",
        "+33800123456, ROBOT, VOICE, TO_BE_CHECKED, use.no_rule",
        "+33806123456, MANUAL, VOICE, TO_BE_CHECKED, use.no_rule",
        "+33891123456, ROBOT, SMS, TO_BE_CHECKED, use.no_rule",
        "+337000012345678, ROBOT, SMS, TO_BE_CHECKED, use.no_rule",
        "+33712345678, ROBOT, VOICE, TO_BE_CHECKED, use.unknown_kind",
        "+32470123456, ROBOT, VOICE, TO_BE_CHECKED, use.foreign",
        "+442079460123, MANUAL, SMS, TO_BE_CHECKED, use.foreign",
    })
    void theShippedRulesJudge(String number, DialingMode mode, Channel channel, UseVerdict verdict, String reason) {
        var judgement = shipped.judge(own(number), mode, channel, DAY);
        assertEquals(verdict, judgement.verdict());
        assertEquals(reason.isEmpty() ? List.of() : List.of(reason), codes(judgement));
    }

    @Test
    void aToleranceIsShownBesideWhatItMayLiftAndNotForMobileNumbers() {
        assertEquals(2, sources(PARIS, DialingMode.ROBOT, DAY, "2018-0881").size());
        assertEquals(
                2, sources("+33974990000", DialingMode.ROBOT, DAY, "2018-0881").size());
        assertEquals(
                1, sources("+33612345678", DialingMode.ROBOT, DAY, "2018-0881").size());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-07-24, 2020-901, 0",
        "2023-07-25, 2020-901, 1",
        "2024-09-30, 2020-901, 1",
        "2024-10-01, 2020-901, 1",
        "2026-08-10, 2025-594, 0",
        "2026-08-11, 2025-594, 1",
        "2026-08-10, 2026-662, 0",
        "2026-08-11, 2026-662, 1",
        "2026-08-11, sans le texte, 1",
        "2026-08-11, af2m, 0",
    })
    void whatElseHoldsForCallsOnThatDayIsShownToo(LocalDate day, String source, int count) {
        assertEquals(count, sources(NPV, DialingMode.MANUAL, day, source).size());
    }

    @Test
    void callsThatAreNotAuthenticatedAreCutOnlyLater() {
        var before = sources(NPV, DialingMode.MANUAL, LocalDate.of(2024, 9, 30), "2020-901");
        var after = sources(NPV, DialingMode.MANUAL, LocalDate.of(2024, 10, 1), "2020-901");
        assertNotEquals(before, after);
    }

    @Test
    void whatHoldsForMessagesIsShownWithMessages() {
        var judgement = shipped.judge(own(NPV), DialingMode.ROBOT, Channel.SMS, DAY);
        assertEquals(UseVerdict.ALLOWED, judgement.verdict());
        assertTrue(judgement.rules().getLast().source().contains("af2m"));
        assertEquals(2, judgement.rules().size());
    }

    @ParameterizedTest
    @CsvSource({
        "+33144000000, MANUAL, VOICE",
        "+33144000000, ROBOT, SMS",
        "+33162012345, ROBOT, VOICE",
        "+33612345678, MANUAL, VOICE",
        "+33939031234, ROBOT, VOICE",
    })
    void beforeARuleStartsNothingIsKnown(String number, DialingMode mode, Channel channel) {
        var dayBefore = shipped.judge(own(number), mode, channel, LocalDate.of(2022, 12, 31));
        assertEquals(UseVerdict.TO_BE_CHECKED, dayBefore.verdict());
        assertNotEquals(codes(dayBefore), codes(shipped.judge(own(number), mode, channel, LocalDate.of(2023, 1, 1))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "+33162012345, -, -, -, ALLOWED, ''",
                "+33162012345, ' ', -, -, ALLOWED, ''",
                "+33162012345, ACME, -, -, FORBIDDEN, use.no_mandate",
                "+33162012345, ACME, 2026-11-21, -, ALLOWED, ''",
                "+33162012345, ACME, 2026-11-22, -, FORBIDDEN, use.mandate_not_yet",
                "+33162012345, ACME, -, 2026-11-21, ALLOWED, ''",
                "+33162012345, ACME, -, 2026-11-20, FORBIDDEN, use.mandate_ended",
                "+33162012345, ACME, 2026-01-01, 2026-12-31, ALLOWED, ''",
                "+33162012345, ACME, 2025-01-01, 2025-12-31, FORBIDDEN, use.mandate_ended",
                "+33144000000, ACME, -, -, TO_BE_CHECKED, use.no_mandate",
                "+33144000000, ACME, 2026-01-01, -, ALLOWED, ''",
                "+33612345678, ACME, 2026-01-01, -, FORBIDDEN, use.forbidden",
                "+33612345678, ACME, -, -, FORBIDDEN, use.forbidden use.no_mandate",
                "+590598712345, ACME, -, -, TO_BE_CHECKED, use.second_hand use.no_mandate",
                "+33800123456, ACME, -, -, TO_BE_CHECKED, use.no_rule use.no_mandate",
            })
    void aNumberOfSomebodyElseNeedsTheirMandate(
            String number,
            @Nullable String holder,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            UseVerdict verdict,
            String reasons) {
        var presented = new PresentedNumber(new E164(number), holder, from, until);
        var judgement = shipped.judge(presented, DialingMode.MANUAL, Channel.VOICE, DAY);
        assertEquals(verdict, judgement.verdict());
        assertEquals(reasons, String.join(" ", codes(judgement)));
    }

    @Test
    void theReasonsNameTheirSourceTheHolderAndTheDay() {
        var presented = new PresentedNumber(new E164("+33612345678"), "ACME", null, LocalDate.of(2025, 12, 31));
        var reasons =
                shipped.judge(presented, DialingMode.MANUAL, Channel.VOICE, DAY).reasons();
        assertEquals(
                List.of(
                        Problem.of("use.forbidden")
                                .with("source", "Arcep, plan de numérotation, questions des professionnels"),
                        Problem.of("use.mandate_ended").with("holder", "ACME").with("until", "2025-12-31")),
                reasons);
    }

    /** Each pair of rules fits a robot that calls with a number of Paris; in whichever order they stand, one decides. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0144;;;;ALLOWED;no;PRIMARY           | 014;GEOGRAPHIC;ROBOT;VOICE;FORBIDDEN;no;PRIMARY | ALLOWED",
                "01;;;;ALLOWED;no;PRIMARY             | ;GEOGRAPHIC;ROBOT;VOICE;FORBIDDEN;no;PRIMARY    | ALLOWED",
                ";GEOGRAPHIC;;;ALLOWED;no;PRIMARY     | ;;ROBOT;VOICE;FORBIDDEN;no;PRIMARY              | ALLOWED",
                ";;ROBOT;;ALLOWED;no;PRIMARY          | ;;;VOICE;FORBIDDEN;no;PRIMARY                   | ALLOWED",
                ";;;VOICE;ALLOWED;no;PRIMARY          | ;;;;FORBIDDEN;no;PRIMARY                        | ALLOWED",
                ";GEOGRAPHIC;ROBOT;;ALLOWED;no;PRIMARY | ;GEOGRAPHIC;;VOICE;FORBIDDEN;no;PRIMARY        | ALLOWED",
                ";GEOGRAPHIC;;;ALLOWED;no;PRIMARY     | ;GEOGRAPHIC;;;TO_BE_CHECKED;no;PRIMARY          | TO_BE_CHECKED",
                ";GEOGRAPHIC;;;ALLOWED;no;PRIMARY     | ;GEOGRAPHIC;;;FORBIDDEN;no;PRIMARY              | FORBIDDEN",
                ";GEOGRAPHIC;;;TO_BE_CHECKED;no;PRIMARY | ;GEOGRAPHIC;;;FORBIDDEN;no;PRIMARY            | FORBIDDEN",
                ";GEOGRAPHIC;;;ALLOWED;no;PRIMARY     | ;GEOGRAPHIC;;;FORBIDDEN;no;SECONDARY            | TO_BE_CHECKED",
                ";GEOGRAPHIC;;;FORBIDDEN;no;PRIMARY   | ;GEOGRAPHIC;;;ALLOWED;no;SECONDARY              | FORBIDDEN",
                ";GEOGRAPHIC;ROBOT;;ALLOWED;no;SECONDARY | ;GEOGRAPHIC;;;FORBIDDEN;no;PRIMARY           | TO_BE_CHECKED",
                ";;;;ALLOWED;no;PRIMARY               | ;GEOGRAPHIC;MANUAL;;FORBIDDEN;no;PRIMARY        | ALLOWED",
                ";;;;ALLOWED;no;PRIMARY               | ;MOBILE;;;FORBIDDEN;no;PRIMARY                  | ALLOWED",
                ";;;;ALLOWED;no;PRIMARY               | ;;;SMS;FORBIDDEN;no;PRIMARY                     | ALLOWED",
                ";;;;ALLOWED;no;PRIMARY               | 0145;;;;FORBIDDEN;no;PRIMARY                    | ALLOWED",
            })
    void theMostSpecificRuleDecidesAndAmongEqualsTheStrictest(String one, String other, UseVerdict expected) {
        var rules = Stream.of(one, other).map(UseGateTest::rule).toList();
        for (var order : List.of(rules, rules.reversed())) {
            var judgement = new UseGate(PLAN, order).judge(own(PARIS), DialingMode.ROBOT, Channel.VOICE, DAY);
            assertEquals(expected, judgement.verdict());
        }
    }

    @Test
    void amongEqualsTheOneThatNeedsAMandateDecides() {
        var rules = List.of(rule(";GEOGRAPHIC;;;ALLOWED;no;PRIMARY"), rule(";GEOGRAPHIC;;;ALLOWED;yes;PRIMARY"));
        for (var order : List.of(rules, rules.reversed())) {
            var presented = new PresentedNumber(new E164(PARIS), "ACME", null, null);
            var judgement = new UseGate(PLAN, order).judge(presented, DialingMode.MANUAL, Channel.VOICE, DAY);
            assertEquals(UseVerdict.FORBIDDEN, judgement.verdict());
        }
    }

    @Test
    void theDecidingRuleStandsFirst() {
        var rules =
                shipped.judge(own(PARIS), DialingMode.ROBOT, Channel.VOICE, DAY).rules();
        assertEquals(UseVerdict.FORBIDDEN, rules.getFirst().verdict());
        assertEquals(LocalDate.of(2023, 1, 1), rules.getFirst().validFrom());
    }

    @Test
    void withoutRulesEverythingIsToBeChecked() {
        var judgement = new UseGate(PLAN, List.of()).judge(own(NPV), DialingMode.MANUAL, Channel.VOICE, DAY);
        assertEquals(new Judgement(UseVerdict.TO_BE_CHECKED, List.of(Problem.of("use.no_rule")), List.of()), judgement);
    }

    private List<UseRule> sources(String number, DialingMode mode, LocalDate day, String part) {
        return shipped.judge(own(number), mode, Channel.VOICE, day).rules().stream()
                .filter(rule -> rule.source().contains(part))
                .toList();
    }

    private static UseRule rule(String cells) {
        return UseRule.ofLine(";" + cells.strip() + ";;;Arcep;;");
    }

    private static PresentedNumber own(String number) {
        return new PresentedNumber(new E164(number), null, null, null);
    }

    private static List<String> codes(Judgement judgement) {
        return judgement.reasons().stream().map(Problem::code).toList();
    }
}
