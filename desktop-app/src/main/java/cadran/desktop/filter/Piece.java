package cadran.desktop.filter;

import cadran.desktop.query.Filter;
import cadran.model.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a line and what it means.
 *
 * @param label a person's words for it; empty for a word that speaks for itself
 * @param filter null where the problem says why there is none
 */
public record Piece(
        int from,
        int to,
        String label,
        @Nullable Filter filter,
        @Nullable Problem problem) {}
