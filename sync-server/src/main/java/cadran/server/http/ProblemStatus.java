package cadran.server.http;

import cadran.model.problem.Problem;
import java.util.Map;

/** The HTTP status of a problem, from its code: an exact one first, else its first word. */
public final class ProblemStatus {
    private static final Map<String, Integer> EXACT = Map.ofEntries(
            Map.entry("row.not_found", 404),
            Map.entry("row.exists", 409),
            Map.entry("row.referenced", 409),
            Map.entry("row.duplicate", 409),
            Map.entry("row.deleted", 409),
            Map.entry("row.changed_by_other", 412),
            Map.entry("row.changed_before_delete", 412),
            Map.entry("row.not_as_seen", 412),
            Map.entry("range.overlaps", 409),
            Map.entry("change_set.has_begun", 409),
            Map.entry("number.reserved", 409),
            Map.entry("stock.has_level", 409),
            Map.entry("state.move_not_allowed", 409),
            Map.entry("database.busy", 503));

    private static final Map<String, Integer> BY_FIRST_WORD =
            Map.of("json", 400, "text", 400, "query", 400, "auth", 401, "right", 403, "limit", 429);

    private static final int UNPROCESSABLE = 422;

    private ProblemStatus() {}

    public static int of(Problem problem) {
        int dot = problem.code().indexOf('.');
        var firstWord = dot < 0 ? problem.code() : problem.code().substring(0, dot);
        var exact = EXACT.get(problem.code());
        return exact != null ? exact : BY_FIRST_WORD.getOrDefault(firstWord, UNPROCESSABLE);
    }
}
