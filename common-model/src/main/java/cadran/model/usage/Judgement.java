package cadran.model.usage;

import cadran.model.problem.Problem;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether a number may be shown, with everything that a person needs to see for themselves.
 *
 * @param reasons why it may not, or why that must be checked; none where it may
 * @param rules all that were in force and fit, the one that decided first: the others still say what to mind
 */
public record Judgement(UseVerdict verdict, List<Problem> reasons, List<UseRule> rules) {
    public Judgement {
        reasons = List.copyOf(reasons);
        rules = List.copyOf(rules);
    }

    /** What holds from a day on. */
    public record From(LocalDate day, Judgement judgement) {}
}
