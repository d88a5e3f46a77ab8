package cadran.model.usage;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.Did;
import cadran.model.numbers.FrenchPlan;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a number may be shown as caller or sender by a campaign. The rules are French, and so are the numbers that they
 * speak of; where they say nothing a person has to find out.
 */
public final class UseGate {
    private final NumberingPlan plan;
    private final List<UseRule> rules;

    public UseGate(NumberingPlan plan, List<UseRule> rules) {
        this.plan = plan;
        this.rules = rules.stream().sorted(UseRule.DECIDING_FIRST).toList();
    }

    NumberingPlan plan() {
        return plan;
    }

    List<UseRule> rules() {
        return rules;
    }

    /**
     * What a campaign's showing a number comes to from the first to the last day, which may be open: what holds on the first
     * one, and then each day from which on it is another verdict. None where the campaign does not say how it calls.
     */
    public List<Judgement.From> judge(Did did, Campaign campaign, LocalDate first, @Nullable LocalDate last) {
        var mode = campaign.dialingMode();
        var channel = campaign.channel();
        if (mode == null || channel == null) {
            return List.of();
        }
        return PresentedNumber.of(did).stream()
                .flatMap(presented -> judge(presented, mode, channel, first, last).stream())
                .toList();
    }

    private List<Judgement.From> judge(
            PresentedNumber presented, DialingMode mode, Channel channel, LocalDate first, @Nullable LocalDate last) {
        var found = new ArrayList<Judgement.From>();
        for (var day : turns(presented, first, last)) {
            var judgement = judge(presented, mode, channel, day);
            if (found.isEmpty() || found.getLast().judgement().verdict() != judgement.verdict()) {
                found.add(new Judgement.From(day, judgement));
            }
        }
        return found;
    }

    /** The first day, and those on which a rule or the mandate begins to hold or has ceased to. */
    private SortedSet<LocalDate> turns(PresentedNumber presented, LocalDate first, @Nullable LocalDate last) {
        var turns = new TreeSet<>(Set.of(first));
        Stream.concat(
                        rules.stream()
                                .flatMap(rule ->
                                        Stream.of(Optional.ofNullable(rule.validFrom()), dayAfter(rule.validUntil()))),
                        Stream.of(Optional.ofNullable(presented.mandateFrom()), dayAfter(presented.mandateUntil())))
                .flatMap(Optional::stream)
                .filter(day -> day.isAfter(first) && (last == null || !day.isAfter(last)))
                .forEach(turns::add);
        return turns;
    }

    private static Optional<LocalDate> dayAfter(@Nullable LocalDate day) {
        return Optional.ofNullable(day).map(last -> last.plusDays(1));
    }

    public Judgement judge(PresentedNumber presented, DialingMode mode, Channel channel, LocalDate day) {
        var number = presented.number();
        if (!FrenchPlan.has(number)) {
            return unknown(Problem.of("use.foreign"));
        }
        return plan.of(number)
                .map(line -> new Presentation(FrenchPlan.dialled(number), line.kind(), mode, channel))
                .map(shown -> judge(shown, presented.lackOfMandate(day), day))
                .orElseGet(() -> unknown(Problem.of("use.unknown_kind")));
    }

    private static Judgement unknown(Problem reason) {
        return new Judgement(UseVerdict.TO_BE_CHECKED, List.of(reason), List.of());
    }

    private Judgement judge(Presentation shown, Optional<Problem> noMandate, LocalDate day) {
        var inForce = rules.stream()
                .filter(rule -> rule.holdsOn(day) && rule.covers(shown))
                .toList();
        var deciding = inForce.stream().findFirst();
        var verdict = deciding.map(UseRule::reliableVerdict).orElse(UseVerdict.TO_BE_CHECKED);
        var reasons = Stream.concat(reason(deciding, verdict).stream(), noMandate.stream())
                .toList();
        return new Judgement(
                noMandate.isEmpty() ? verdict : verdict.stricter(withoutMandate(deciding)), reasons, inForce);
    }

    private static UseVerdict withoutMandate(Optional<UseRule> deciding) {
        return deciding.filter(UseRule::forbidsWithoutMandate).isPresent()
                ? UseVerdict.FORBIDDEN
                : UseVerdict.TO_BE_CHECKED;
    }

    private static Optional<Problem> reason(Optional<UseRule> deciding, UseVerdict verdict) {
        return switch (verdict) {
            case ALLOWED -> Optional.empty();
            case FORBIDDEN -> deciding.map(rule -> Problem.of("use.forbidden").with("source", rule.source()));
            case TO_BE_CHECKED ->
                deciding.filter(UseRule::isAboutTheNumber)
                        .map(UseGate::doubt)
                        .or(() -> Optional.of(Problem.of("use.no_rule")));
        };
    }

    private static Problem doubt(UseRule rule) {
        var doubt = rule.trust() == Trust.PRIMARY ? Problem.of("use.depends") : Problem.of("use.second_hand");
        return doubt.with("source", rule.source());
    }
}
