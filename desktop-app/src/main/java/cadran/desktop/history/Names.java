package cadran.desktop.history;

import cadran.desktop.edit.Workspace;
import cadran.desktop.tables.FieldText;
import cadran.model.Schema;
import cadran.model.audit.AuditLine;
import cadran.model.audit.HistoryLine;
import cadran.model.numbers.Assignment;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows are called that entries are about or point to; of one that is gone, what it was called last. */
final class Names {
    private final Map<UUID, String> labels = new HashMap<>();
    /** What an assignment is of: its lines alone don't say it. */
    private final Map<UUID, UUID> campaigns = new HashMap<>();

    /** Which field a value of an own field is of. */
    private final Map<UUID, UUID> ownFields = new HashMap<>();

    private final Set<UUID> there = new HashSet<>();
    private final Workspace workspace;

    private Names(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Reads them: not on the UI thread. */
    static Names of(Workspace workspace, Collection<HistoryLine> lines) {
        var names = new Names(workspace);
        var wanted = new HashMap<EntityType<?>, Set<UUID>>();
        var assignments = new HashSet<UUID>();
        for (var line : lines) {
            var type = Schema.find(line.entity());
            if (type != null) {
                names.collect(line, type, wanted, assignments);
            }
        }
        workspace.rows().findAll(Assignment.TYPE, assignments).values().forEach(row -> {
            var campaign = Objects.requireNonNull(row.reference("campaignId"));
            names.campaigns.put(row.id(), campaign);
            want(wanted, Schema.type("campaign"), campaign);
        });
        names.readOwnFields(lines, wanted);
        wanted.forEach(names::read);
        return names;
    }

    private void readOwnFields(Collection<HistoryLine> lines, Map<EntityType<?>, Set<UUID>> wanted) {
        var values = lines.stream()
                .filter(line -> line.entity().equals(OwnValue.TYPE.name()))
                .map(HistoryLine::row)
                .collect(Collectors.toSet());
        workspace
                .rows()
                .findAll(OwnValue.TYPE, values)
                .values()
                .forEach(row -> ownFields.put(row.id(), Objects.requireNonNull(row.reference("fieldId"))));
        ownFields.values().forEach(field -> want(wanted, OwnField.TYPE, field));
    }

    private void collect(
            HistoryLine line, EntityType<?> type, Map<EntityType<?>, Set<UUID>> wanted, Set<UUID> assignments) {
        if (type == Assignment.TYPE) {
            assignments.add(line.row());
            want(wanted, Schema.type("did"), line.subject());
        } else if (type == OwnValue.TYPE) {
            want(wanted, Schema.type("did"), line.subject());
        } else {
            want(wanted, type, line.row());
        }
        for (var change : changes(line)) {
            if (!type.has(change.field()) || type.field(change.field()).kind() != FieldKind.REFERENCE) {
                continue;
            }
            var field = type.field(change.field());
            var target = Schema.type(Objects.requireNonNull(field.references()));
            for (UUID id : ids(change)) {
                want(wanted, target, id);
                if (field.name().equals("campaignId")) {
                    campaigns.put(line.row(), id);
                } else if (field.name().equals("fieldId")) {
                    ownFields.put(line.row(), id);
                }
            }
        }
    }

    private static List<UUID> ids(AuditLine.Change change) {
        var ids = new ArrayList<UUID>(2);
        if (change.before() != null) {
            ids.add(UUID.fromString(change.before()));
        }
        if (change.after() != null) {
            ids.add(UUID.fromString(change.after()));
        }
        return ids;
    }

    private static void want(Map<EntityType<?>, Set<UUID>> wanted, EntityType<?> type, UUID id) {
        wanted.computeIfAbsent(type, any -> new HashSet<>()).add(id);
    }

    static List<AuditLine.Change> changes(HistoryLine line) {
        return Objects.requireNonNullElse(line.changes(), List.of());
    }

    private void read(EntityType<?> type, Set<UUID> ids) {
        var rows = workspace.rows().findAll(type, ids);
        there.addAll(rows.keySet());
        for (var id : ids) {
            var row = rows.get(id);
            var label = row == null ? last(type, id) : row.label();
            if (label != null) {
                labels.put(id, FieldText.number(label));
            }
        }
    }

    private @Nullable String last(EntityType<?> type, UUID id) {
        return workspace.history().of(id).stream()
                .filter(line -> line.row().equals(id))
                .map(line -> told(type, line))
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String told(EntityType<?> type, HistoryLine line) {
        return type.labelFields().stream()
                .flatMap(field ->
                        changes(line).stream().filter(change -> change.field().equals(field)))
                .map(change -> change.after() == null ? change.before() : change.after())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    @Nullable
    String label(UUID id) {
        return labels.get(id);
    }

    /** Whether the row still is one. */
    boolean isThere(UUID id) {
        return there.contains(id);
    }

    /** Null where nobody knows any more. */
    @Nullable
    String campaignOf(UUID assignment) {
        var campaign = campaigns.get(assignment);
        return campaign == null ? null : labels.get(campaign);
    }

    /** What the own field is called that a value is of; null where nobody knows any more. */
    @Nullable
    String ownFieldOf(UUID value) {
        var field = ownFields.get(value);
        return field == null ? null : labels.get(field);
    }

    Map<UUID, String> all() {
        return labels;
    }
}
