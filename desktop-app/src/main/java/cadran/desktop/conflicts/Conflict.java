package cadran.desktop.conflicts;

import cadran.desktop.store.EditLabel;
import cadran.desktop.store.QueuedOperation;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One edit that waits for its author, with all there is to decide.
 *
 * @param now the row as it stands here, null when it is gone
 * @param labels of the rows that references in it point to
 */
record Conflict(QueuedOperation queued, @Nullable Row now, Map<UUID, String> labels) {
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

    private OperationResult result() {
        return Objects.requireNonNull(queued.result(), "only answered edits wait for their author");
    }

    Verdict verdict() {
        return result().verdict();
    }

    Kind kind() {
        return Kind.of(verdict());
    }

    @Nullable
    Problem problem() {
        return result().problem();
    }

    boolean isAbout(String code) {
        var problem = problem();
        return problem != null && problem.code().equals(code);
    }

    boolean isCreation() {
        return intent() instanceof Intent.Create;
    }

    boolean isDeletion() {
        return intent() instanceof Intent.Delete;
    }

    /** Nothing can be put into a row that is gone, but into a place that was emptied. */
    boolean canApply() {
        return now != null || isCreation() || canFill();
    }

    private boolean canFill() {
        return type().isPlace() && changes().keySet().containsAll(type().identity());
    }

    /** Only what differs: fields on which both agree are not worth a decision. */
    List<Side> sides() {
        return hasTwoSides() ? differing() : List.of();
    }

    /** What its author wanted, where nothing stands beside which it could be put. */
    List<Side> wanted() {
        return hasTwoSides() ? List.of() : differing();
    }

    /** An empty place is a side as well. */
    private boolean hasTwoSides() {
        return (kind() == Kind.CONFLICT && canFill()) || (now != null && !isCreation());
    }

    private List<Side> differing() {
        return changes().entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> type().position(entry.getKey())))
                .map(entry -> side(type().field(entry.getKey()), entry.getValue()))
                .filter(side -> !Objects.equals(side.mine(), side.theirs()))
                .filter(side -> !type().identity().contains(side.field().name()))
                .filter(side -> kind() != Kind.SUPERSEDED || Superseded.canReturn(side.field()))
                .toList();
    }

    private Side side(Field field, Change change) {
        return Side.of(
                kind(),
                problem(),
                field,
                field.tidy(change.before()),
                field.tidy(change.after()),
                theirs(field.name()));
    }

    /** The row may have changed again since the answer; without a row the answer is all there is. */
    private @Nullable Object theirs(String field) {
        return now == null ? result().theirs().get(field) : now.get(field);
    }

    /** What stands in the row beside what is in dispute. */
    List<Field> agreed() {
        var row = now;
        if (row == null) {
            return List.of();
        }
        var disputed = sides().stream().map(Side::field).collect(Collectors.toSet());
        return type().fields().stream()
                .filter(field -> !disputed.contains(field) && row.get(field.name()) != null)
                .toList();
    }

    Map<String, Pick> suggested() {
        var picks = new LinkedHashMap<String, Pick>();
        sides().forEach(side -> picks.put(side.field().name(), side.suggested()));
        return picks;
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
                var all = new LinkedHashMap<String, Change>();
                all.put(move.field(), new Change(null, move.to()));
                all.putAll(move.changes());
                yield all;
            }
            case Intent.Delete ignored -> Map.of();
        };
    }

    /** Whether one decision can hold for both: the same fields of the same table, for the same reason. */
    boolean isLike(Conflict other) {
        return kind() == other.kind()
                && intent().getClass() == other.intent().getClass()
                && intent().entity().equals(other.intent().entity())
                && suggested().keySet().equals(other.suggested().keySet())
                && Objects.equals(code(), other.code());
    }

    private @Nullable String code() {
        var problem = problem();
        return problem == null ? null : problem.code();
    }
}
