package cadran.desktop.edit;

import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one row of an edit.
 *
 * @param before the row as it stands, null for one that the edit makes
 * @param after what the edit would make of it; as before where it is refused
 * @param problem why it can't be, null where it can
 */
public record Tried(
        Intent intent,
        @Nullable Row before,
        @Nullable Row after,
        boolean changes,
        @Nullable Problem problem) {}
