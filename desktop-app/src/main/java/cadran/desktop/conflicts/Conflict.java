package cadran.desktop.conflicts;

import cadran.desktop.store.EditLabel;
import cadran.desktop.store.QueuedOperation;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One edit that waits for its author.
 *
 * @param now the row as it stands here, null when it is gone
 * @param labels of the rows that references in it point to
 */
record Conflict(QueuedOperation queued, @Nullable Row now, Map<UUID, String> labels) {
    /** What its author saw, what they wanted, and what stands there. */
    record Side(
            String field,
            @Nullable Object base,
            @Nullable Object mine,
            @Nullable Object theirs) {}

    UUID id() {
        return queued.operation().id();
    }

    Intent intent() {
        return queued.operation().intent();
    }

    EntityType<?> type() {
        return Schema.type(intent().entity());
    }

    EditLabel label() {
        return queued.label();
    }

    OperationResult result() {
        return Objects.requireNonNull(queued.result(), "only answered edits wait for their author");
    }

    boolean isRefused() {
        return result().verdict() == Verdict.REFUSED;
    }

    @Nullable
    Problem problem() {
        return result().problem();
    }

    /** Only what differs: fields on which both agree are not worth a decision. */
    List<Side> sides() {
        return changes().entrySet().stream()
                .map(entry -> new Side(
                        entry.getKey(),
                        entry.getValue().before(),
                        entry.getValue().after(),
                        theirs(entry.getKey())))
                .filter(side -> !Objects.equals(side.mine(), side.theirs()))
                .toList();
    }

    private @Nullable Object theirs(String field) {
        var told = result().theirs();
        return told.containsKey(field) ? told.get(field) : now == null ? null : now.get(field);
    }

    Map<String, Change> changes() {
        return switch (intent()) {
            case Intent.Patch patch -> patch.changes();
            case Intent.Create create -> {
                var all = new LinkedHashMap<String, Change>();
                create.values().forEach((field, value) -> all.put(field, new Change(null, value)));
                yield all;
            }
            case Intent.Move move -> {
                var all = new LinkedHashMap<>(move.changes());
                all.put(move.field(), new Change(null, move.to()));
                yield all;
            }
            case Intent.Delete ignored -> Map.of();
        };
    }
}
