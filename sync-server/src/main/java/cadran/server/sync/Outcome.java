package cadran.server.sync;

import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import org.jspecify.annotations.Nullable;

/**
 * What became of one operation.
 *
 * @param row as it stands after it, null if there is none
 * @param seen whether the author has now seen all of that row; false when others' changes are in it that they had not
 */
public record Outcome(OperationResult result, @Nullable Row row, boolean seen) {}
