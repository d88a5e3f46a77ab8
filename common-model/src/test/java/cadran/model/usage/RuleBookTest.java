package cadran.model.usage;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberKind;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organisation's rules over those that come with the program. */
class RuleBookTest {
    private static final NumberingPlan PLAN = NumberingPlan.shipped();
    private static final PresentedNumber PARIS = new PresentedNumber(new E164("+33144000000"), null, null, null);
    private static final UseRule ROBOT = shipped("geographic-robot");
    private static final UseRule TOLERANCE = shipped("geographic-robot-tolerance");

    private static UseRule shipped(String code) {
        return UseRule.shipped().stream()
                .filter(rule -> code.equals(rule.code()))
                .findFirst()
                .orElseThrow();
    }

    private static OrganisationRule of(UseRule replaced) {
        return OrganisationRule.copyOf(replaced, new UUID(0, 7));
    }

    /** A copy with another verdict, from a day on; a dash leaves the day open. */
    private static OrganisationRule changed(
            UseRule replaced,
            UseVerdict verdict,
            Trust trust,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean active) {
        var copy = of(replaced);
        return new OrganisationRule(
                copy.id(),
                copy.replaces(),
                copy.numberKind(),
                copy.dialledPrefix(),
                copy.dialingMode(),
                copy.channel(),
                verdict,
                copy.needsMandate(),
                from,
                until,
                copy.source(),
                copy.sourceDate(),
                trust,
                copy.note(),
                active,
                copy.basis());
    }

    private static OrganisationRule own(String mode, UseVerdict verdict) {
        return new OrganisationRule(
                new UUID(0, 8),
                null,
                NumberKind.GEOGRAPHIC,
                null,
                DialingMode.valueOf(mode),
                null,
                verdict,
                false,
                null,
                null,
                "Décision interne",
                null,
                Trust.PRIMARY,
                null,
                true,
                null);
    }

    private static UseVerdict verdict(LocalDate day, OrganisationRule... own) {
        var gate = new UseGate(PLAN, RuleBook.of(List.of(own)).rules());
        return gate.judge(PARIS, DialingMode.ROBOT, Channel.VOICE, day).verdict();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // The shipped rule forbids; the one in its place begins, ends, is only told, or is set aside.
                "ALLOWED, PRIMARY, -, -, true, 2026-11-22, ALLOWED",
                "ALLOWED, PRIMARY, 2027-01-01, -, true, 2026-12-31, FORBIDDEN",
                "ALLOWED, PRIMARY, 2027-01-01, -, true, 2027-01-01, ALLOWED",
                "ALLOWED, SECONDARY, 2027-01-01, -, true, 2027-01-01, TO_BE_CHECKED",
                "FORBIDDEN, PRIMARY, 2023-01-01, 2026-12-31, true, 2026-12-31, FORBIDDEN",
                "FORBIDDEN, PRIMARY, 2023-01-01, 2026-12-31, true, 2027-01-01, TO_BE_CHECKED",
                "FORBIDDEN, PRIMARY, 2023-01-01, -, false, 2026-11-22, TO_BE_CHECKED",
                "FORBIDDEN, PRIMARY, 2027-01-01, -, false, 2026-12-31, FORBIDDEN",
                "FORBIDDEN, PRIMARY, 2027-01-01, -, false, 2027-01-01, TO_BE_CHECKED",
                // Before the shipped rule began, nothing stands in for it either.
                "ALLOWED, PRIMARY, 2022-06-01, -, true, 2022-05-31, TO_BE_CHECKED",
                "ALLOWED, PRIMARY, 2022-06-01, -, true, 2022-06-01, ALLOWED",
            })
    void aCopyStandsInForTheShippedRuleFromItsFirstDayOn(
            UseVerdict says,
            Trust trust,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean active,
            LocalDate day,
            UseVerdict expected) {
        // Without the tolerance, which is only told and would be weighed against it.
        var tolerance = changed(TOLERANCE, UseVerdict.ALLOWED, Trust.SECONDARY, null, null, false);
        assertEquals(expected, verdict(day, changed(ROBOT, says, trust, from, until, active), tolerance));
    }

    @Test
    void withoutRulesOfItsOwnAnOrganisationGoesByTheShippedOnes() {
        assertEquals(UseRule.shipped(), RuleBook.of(List.of()).rules());
    }

    @Test
    void anUnchangedCopyChangesNothing() {
        for (var shipped : UseRule.shipped()) {
            for (var day : List.of(LocalDate.of(2022, 12, 31), LocalDate.of(2026, 11, 22))) {
                assertEquals(
                        Set.copyOf(inForce(UseRule.shipped(), day)),
                        Set.copyOf(inForce(RuleBook.of(List.of(of(shipped))).rules(), day)));
            }
        }
    }

    private static List<UseRule> inForce(List<UseRule> rules, LocalDate day) {
        return rules.stream().filter(rule -> rule.holdsOn(day)).toList();
    }

    @Test
    void oneMoreRuleDoesNotLiftAProhibition() {
        assertEquals(UseVerdict.FORBIDDEN, verdict(LocalDate.of(2026, 11, 22), own("ROBOT", UseVerdict.ALLOWED)));
    }

    @Test
    void oneMoreRuleForbidsWhatIsAllowed() {
        var gate = new UseGate(
                PLAN, RuleBook.of(List.of(own("MANUAL", UseVerdict.FORBIDDEN))).rules());
        assertEquals(
                UseVerdict.FORBIDDEN,
                gate.judge(PARIS, DialingMode.MANUAL, Channel.VOICE, LocalDate.of(2026, 11, 22))
                        .verdict());
    }

    @Test
    void aRuleInThePlaceOfOneThatThisProgramDoesNotHaveCountsAsOneMore() {
        var unknown = new UseRule(
                "of-a-newer-program",
                null,
                NumberKind.GEOGRAPHIC,
                DialingMode.MANUAL,
                null,
                UseVerdict.FORBIDDEN,
                false,
                Trust.PRIMARY,
                null,
                null,
                "Arcep",
                null,
                null);
        var book = RuleBook.of(List.of(of(unknown)));
        assertEquals(UseRule.shipped().size() + 1, book.rules().size());
        assertEquals(Optional.empty(), book.replacedBy(of(unknown)));
        assertFalse(book.isOutdated(of(unknown)));
    }

    @Test
    void thatTheProgramsRuleChangedIsTold() {
        var replaced = of(ROBOT);
        assertFalse(new RuleBook(List.of(ROBOT), List.of(replaced)).isOutdated(replaced));
        var later = ROBOT.endingOn(LocalDate.of(2027, 6, 30)).orElseThrow();
        assertTrue(new RuleBook(List.of(later), List.of(replaced)).isOutdated(replaced));
        assertFalse(new RuleBook(List.of(), List.of(replaced)).isOutdated(replaced));
    }

    @Test
    void aCopySaysWhatTheShippedRuleSays() {
        for (var shipped : UseRule.shipped()) {
            assertEquals(shipped, of(shipped).rule());
            assertEquals(OrganisationRule.fingerprint(shipped), of(shipped).basis());
            var row = OrganisationRule.TYPE.row(of(shipped), new UUID(0, 1));
            assertNull(OrganisationRule.TYPE.rules().check(row), shipped::toString);
            OrganisationRule.TYPE
                    .fields()
                    .forEach(field -> assertNull(field.check(row.get(field.name())), field::name));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0162, 2026-01-01, 2026-01-01, -, -",
                "0162, 2026-01-02, 2026-01-01, period.ends_before_it_starts, validUntil",
                "-, -, 2026-01-01, -, -",
                "+33162, -, -, use_rule.not_a_prefix, dialledPrefix",
                "162, -, -, use_rule.not_a_prefix, dialledPrefix",
                "0, -, -, use_rule.not_a_prefix, dialledPrefix",
                "01 62, -, -, use_rule.not_a_prefix, dialledPrefix",
            })
    void whatIsNoRuleIsTold(
            @Nullable String prefix,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String code,
            @Nullable String field) {
        var row = OrganisationRule.TYPE
                .row(of(ROBOT), new UUID(0, 1))
                .with("dialledPrefix", prefix)
                .with("validFrom", from)
                .with("validUntil", until);
        var problem = Optional.ofNullable(OrganisationRule.TYPE.rules().check(row));
        assertEquals(code, problem.map(Problem::code).orElse(null));
        assertEquals(field, problem.map(Problem::field).orElse(null));
    }

    @Test
    void aCampaignThatDoesNotSayHowItCallsIsNotJudged() {
        var gate = new UseGate(PLAN, UseRule.shipped());
        var silent = new Campaign(new UUID(0, 3), new UUID(0, 2), "C", "C", null, null, null, Channel.VOICE, true);
        assertEquals(List.of(), gate.judge(Dids.paris(), silent, LocalDate.of(2026, 11, 22), null));
    }

    @Test
    void overAPeriodEachDayIsToldFromWhichTheVerdictIsAnother() {
        var from = LocalDate.of(2027, 1, 1);
        var gate = new UseGate(
                PLAN,
                RuleBook.of(List.of(changed(
                                shipped("geographic-manual"), UseVerdict.FORBIDDEN, Trust.PRIMARY, from, null, true)))
                        .rules());
        var campaign = new Campaign(
                new UUID(0, 3), new UUID(0, 2), "C", "C", null, null, DialingMode.MANUAL, Channel.VOICE, true);
        var begin = LocalDate.of(2026, 11, 22);
        assertEquals(
                List.of("2026-11-22 ALLOWED", "2027-01-01 FORBIDDEN"),
                told(gate.judge(Dids.paris(), campaign, begin, null)));
        assertEquals(List.of("2026-11-22 ALLOWED"), told(gate.judge(Dids.paris(), campaign, begin, from.minusDays(1))));
        assertEquals(
                List.of("2026-11-22 ALLOWED", "2027-01-01 FORBIDDEN"),
                told(gate.judge(Dids.paris(), campaign, begin, from)));
        assertEquals(
                List.of("2027-02-01 FORBIDDEN"), told(gate.judge(Dids.paris(), campaign, from.plusMonths(1), null)));
        var mandated = Dids.of("+33144000000", "ACME", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 24));
        assertEquals(
                List.of(
                        "2026-11-22 TO_BE_CHECKED",
                        "2026-12-01 ALLOWED",
                        "2026-12-25 TO_BE_CHECKED",
                        "2027-01-01 FORBIDDEN"),
                told(gate.judge(mandated, campaign, begin, null)));
    }

    private static List<String> told(List<Judgement.From> turns) {
        return turns.stream()
                .map(turn -> turn.day() + " " + turn.judgement().verdict())
                .toList();
    }
}
