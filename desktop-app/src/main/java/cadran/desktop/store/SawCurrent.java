package cadran.desktop.store;

import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import org.jspecify.annotations.Nullable;

/** Whether an answered operation met the row as its author saw it: only then have the edits made on top seen its outcome too. */
final class SawCurrent {
    private SawCurrent() {}

    static boolean of(Operation operation, OperationResult result, @Nullable Long afterVersion) {
        return switch (result.verdict()) {
            // These verdicts exist only for an author who had not seen the row.
            case MERGED, CONFLICT -> false;
            // It left nothing behind that an author could have seen.
            case REFUSED -> false;
            case NOTHING_TO_DO -> saw(operation, result.version(), afterVersion);
            case APPLIED ->
                switch (operation.intent()) {
                    case Intent.Create ignored -> true;
                    case Intent.Delete ignored -> true;
                    case Intent.Patch ignored -> saw(operation, result.version() - 1, afterVersion);
                    case Intent.Move ignored -> saw(operation, result.version() - 1, afterVersion);
                };
        };
    }

    private static boolean saw(Operation operation, long versionBefore, @Nullable Long afterVersion) {
        return versionBefore == operation.baseVersion() || (afterVersion != null && versionBefore == afterVersion);
    }
}
