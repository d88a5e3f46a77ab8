package cadran.model.sync;

import cadran.model.problem.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an intent does to a row.
 *
 * @param after the row as it will stand, null if there is none; the version is not counted up yet
 * @param theirs values of the row in the fields that clashed
 */
public record Decision(
        Verdict verdict, @Nullable Row after, @Nullable Problem problem, Map<String, @Nullable Object> theirs) {

    static Decision applied(@Nullable Row after) {
        return new Decision(Verdict.APPLIED, after, null, Map.of());
    }

    static Decision merged(Row after, Map<String, @Nullable Object> replaced) {
        return new Decision(Verdict.MERGED, after, null, replaced);
    }

    static Decision nothing(@Nullable Row current) {
        return new Decision(Verdict.NOTHING_TO_DO, current, null, Map.of());
    }

    static Decision conflict(@Nullable Row after, Problem problem, Map<String, @Nullable Object> theirs) {
        return new Decision(Verdict.CONFLICT, after, problem, theirs);
    }

    public static Decision refused(@Nullable Row current, Problem problem) {
        return new Decision(Verdict.REFUSED, current, problem, Map.of());
    }
}
