package cadran.model.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the history of rows, the newest first.
 *
 * @param next where the part after this one begins, null if there is none
 */
public record HistoryPage(List<HistoryLine> items, @Nullable String next) {}
