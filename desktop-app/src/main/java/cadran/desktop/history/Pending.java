package cadran.desktop.history;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.QueuedOperation;
import cadran.model.Schema;
import cadran.model.audit.AuditLine;
import cadran.model.audit.HistoryLine;
import cadran.model.numbers.Assignment;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Own edits of a row and its parts that the server's history does not have yet, told like entries of it. */
final class Pending {
    private final Workspace workspace;

    Pending(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The newest first.
     *
     * @param known what the history has: an edit whose row has not come back yet may be in it already
     */
    List<HistoryLine> of(UUID subject, Collection<HistoryLine> known) {
        var edits =
                known.stream().map(HistoryLine::edit).filter(Objects::nonNull).collect(Collectors.toSet());
        var rows = new HashSet<>(parts(subject));
        rows.add(subject);
        return workspace.rows().pending(rows).reversed().stream()
                .filter(one -> !edits.contains(edit(one)))
                .map(one -> line(one, subject))
                .toList();
    }

    private static UUID edit(QueuedOperation one) {
        return Objects.requireNonNullElse(
                one.operation().group(), one.operation().id());
    }

    /** Also those that an edit has taken away here. */
    private Set<UUID> parts(UUID subject) {
        var parts = new HashSet<UUID>();
        for (var type : List.of(Assignment.TYPE, OwnValue.TYPE)) {
            workspace.rows().pointingTo(type, type.field("didId"), subject).forEach(row -> parts.add(row.id()));
            var touched = workspace.rows().pendingRows(type);
            workspace.rows().serverCopies(type, touched).forEach((id, copy) -> {
                if (copy.row() != null && subject.equals(copy.row().reference("didId"))) {
                    parts.add(id);
                }
            });
        }
        return parts;
    }

    private HistoryLine line(QueuedOperation one, UUID subject) {
        var intent = one.operation().intent();
        return new HistoryLine(
                0,
                one.operation().at(),
                edit(one),
                one.author(),
                null,
                null,
                null,
                switch (intent) {
                    case Intent.Create create -> "create";
                    case Intent.Delete delete -> "delete";
                    case Intent.Patch patch -> "change";
                    case Intent.Move move -> "change";
                },
                intent.entity(),
                intent.rowId(),
                subject,
                one.operation().reason(),
                changes(intent));
    }

    private static List<AuditLine.Change> changes(Intent intent) {
        var type = Schema.type(intent.entity());
        return switch (intent) {
            case Intent.Create create ->
                type.fields().stream()
                        .filter(field -> create.values().get(field.name()) != null)
                        .map(field -> new AuditLine.Change(
                                field.name(), null, text(create.values().get(field.name()))))
                        .toList();
            case Intent.Patch patch -> changes(type, patch.changes());
            case Intent.Move move -> {
                var all = new ArrayList<AuditLine.Change>();
                all.add(new AuditLine.Change(move.field(), null, move.to()));
                all.addAll(changes(type, move.changes()));
                yield all;
            }
            case Intent.Delete delete -> List.of();
        };
    }

    private static List<AuditLine.Change> changes(EntityType<?> type, Map<String, Change> changes) {
        return type.fields().stream()
                .map(Field::name)
                .filter(changes::containsKey)
                .map(name -> {
                    var change = Objects.requireNonNull(changes.get(name));
                    return new AuditLine.Change(name, text(change.before()), text(change.after()));
                })
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof java.math.BigDecimal number
                ? number.toPlainString()
                : value == null ? null : value.toString();
    }
}
