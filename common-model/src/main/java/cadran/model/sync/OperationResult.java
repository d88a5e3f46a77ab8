package cadran.model.sync;

import cadran.model.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server's answer to one operation, the same however often it is asked.
 *
 * @param entity name of the row's type
 * @param change the feed's number after which the effect is visible; the operation is pending until the cursor is there
 * @param version of the row after it, 0 if there is no row
 * @param theirs for a conflict or a merge: what the server's row held in the fields that clashed
 */
public record OperationResult(
        long number,
        UUID operation,
        String entity,
        Verdict verdict,
        long change,
        long version,
        @Nullable Problem problem,
        Map<String, @Nullable Object> theirs) {
    public OperationResult(
            long number,
            UUID operation,
            String entity,
            Verdict verdict,
            long change,
            long version,
            @Nullable Problem problem,
            Map<String, @Nullable Object> theirs) {
        this.number = number;
        this.operation = operation;
        this.entity = entity;
        this.verdict = verdict;
        this.change = change;
        this.version = version;
        this.problem = problem;
        this.theirs = Collections.unmodifiableMap(new LinkedHashMap<>(theirs));
    }

    public OperationResult numbered(long newNumber) {
        return new OperationResult(newNumber, operation, entity, verdict, change, version, problem, theirs);
    }
}
