package cadran.model.usage;

import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The other way round: which numbers may be shown in one way on one day, as spans that a search can go by. What is in none of
 * them has to be checked.
 *
 * @param allowed unless the mandate of somebody else is missing
 * @param forbidden with or without a mandate
 * @param forbiddenWithoutMandate where somebody else has the contract; those that are forbidden anyway among them
 */
public record UseMap(List<NumberSpan> allowed, List<NumberSpan> forbidden, List<NumberSpan> forbiddenWithoutMandate) {
    public UseMap {
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
        forbiddenWithoutMandate = List.copyOf(forbiddenWithoutMandate);
    }

    /** Asks the gate once for each stretch of the plan that it can't tell apart. */
    public static UseMap of(UseGate gate, DialingMode mode, Channel channel, LocalDate day) {
        var allowed = new ArrayList<NumberSpan>();
        var forbidden = new ArrayList<NumberSpan>();
        var withoutMandate = new ArrayList<NumberSpan>();
        for (var stretch : gate.plan().french().stretches(beginnings(gate.rules()))) {
            var number = new E164(stretch.first());
            var own = gate.judge(new PresentedNumber(number, null, null, null), mode, channel, day);
            var lacking = gate.judge(new PresentedNumber(number, "-", null, null), mode, channel, day);
            switch (own.verdict()) {
                case ALLOWED -> allowed.add(stretch);
                case FORBIDDEN -> forbidden.add(stretch);
                case TO_BE_CHECKED -> {}
            }
            if (lacking.verdict() == UseVerdict.FORBIDDEN) {
                withoutMandate.add(stretch);
            }
        }
        return new UseMap(NumberSpan.merged(allowed), NumberSpan.merged(forbidden), NumberSpan.merged(withoutMandate));
    }

    private static Collection<String> beginnings(List<UseRule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.prefix()))
                .distinct()
                .toList();
    }
}
