package cadran.model.usage;

import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.FrenchPlan;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
