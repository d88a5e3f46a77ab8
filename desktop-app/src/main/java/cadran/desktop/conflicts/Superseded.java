package cadran.desktop.conflicts;

import cadran.desktop.store.QueuedOperation;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The author's own words that somebody's later edit replaced. The server takes the last to arrive, so nobody is asked;
 * but what was lost is known here, and can come back.
 */
final class Superseded {
    private record Place(UUID row, String field) {}

    private Superseded() {}

    static boolean canReturn(Field field) {
        return field.merge() == MergeClass.DESCRIPTIVE;
    }

    /**
     * @param newestFirst the author's last edits, however they stand
     * @param dismissed those that the author has put away
     */
    static List<QueuedOperation> of(
            List<QueuedOperation> newestFirst,
            Set<UUID> dismissed,
            BiFunction<EntityType<?>, UUID, @Nullable Row> rows) {
        var touched = new HashSet<Place>();
        var lost = new ArrayList<QueuedOperation>();
        for (var queued : newestFirst) {
            boolean isLost = false;
            for (String field : fields(queued.operation().intent())) {
                // What its author changed again later is not missed.
                if (touched.add(new Place(queued.operation().intent().rowId(), field))) {
                    isLost |= isLost(queued, field, rows);
                }
            }
            if (isLost && !dismissed.contains(queued.operation().id())) {
                lost.add(queued);
            }
        }
        return lost;
    }

    private static Set<String> fields(Intent intent) {
        return switch (intent) {
            case Intent.Patch patch -> patch.changes().keySet();
            case Intent.Move move -> move.changes().keySet();
            case Intent.Create create -> create.values().keySet();
            case Intent.Delete ignored -> Set.of();
        };
    }

    private static boolean isLost(
            QueuedOperation queued, String name, BiFunction<EntityType<?>, UUID, @Nullable Row> rows) {
        var result = queued.result();
        if (result == null
                || !(queued.operation().intent() instanceof Intent.Patch patch)
                || !(result.verdict() == Verdict.APPLIED || result.verdict() == Verdict.MERGED)) {
            return false;
        }
        var change = patch.changes().get(name);
        var type = Schema.find(patch.entity());
        if (change == null || type == null || !type.has(name) || !canReturn(type.field(name))) {
            return false;
        }
        var wanted = type.field(name).tidy(change.after());
        var row = wanted == null ? null : rows.apply(type, patch.rowId());
        return row != null && row.version() > result.version() && !Objects.equals(row.get(name), wanted);
    }
}
