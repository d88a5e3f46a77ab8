package cadran.desktop.conflicts;

import cadran.desktop.edit.Op;
import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.platform.Latest;
import cadran.desktop.platform.Work;
import cadran.desktop.store.QueuedOperation;
import cadran.desktop.store.RowsChanged;
import cadran.desktop.store.WaitingEdit;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.Substitutes;
import cadran.desktop.ui.Desk;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the inbox reads, and what an author can do about an edit that did not go through. */
final class ConflictsController {
    /** Older edits that somebody replaced are history, and reading them all would take longer at each look. */
    private static final int NEWEST = 500;

    private final Desk desk;
    private final Workspace workspace;
    private final Substitutes substitutes;
    private final Latest list;
    private final Latest detail;
    private final Latest instead;
    private final Latest count;

    ConflictsController(Desk desk, Workspace workspace, Substitutes substitutes) {
        this.desk = desk;
        this.workspace = workspace;
        this.substitutes = substitutes;
        list = desk.background().latest("work.load");
        detail = desk.background().latest("work.load");
        instead = desk.background().latest("work.load");
        count = desk.background().latest("work.load");
    }

    /** All that waits, newest first within each kind. */
    void load(Consumer<List<WaitingEdit>> then) {
        list.run(
                progress -> {
                    var all = new ArrayList<>(workspace.answers().waiting());
                    superseded()
                            .forEach(queued -> all.add(WaitingEdit.of(
                                    queued,
                                    Objects.requireNonNull(queued.result()).verdict())));
                    return all;
                },
                then);
    }

    private List<QueuedOperation> superseded() {
        var newest = workspace.answers().newest(NEWEST);
        var ids = newest.stream().map(queued -> queued.operation().id()).toList();
        var rows = new HashMap<UUID, Row>();
        newest.stream()
                .map(queued -> queued.operation().intent())
                .filter(intent -> Schema.find(intent.entity()) != null)
                .collect(Collectors.groupingBy(
                        intent -> Schema.type(intent.entity()),
                        Collectors.mapping(intent -> intent.rowId(), Collectors.toSet())))
                .forEach((type, wanted) -> rows.putAll(workspace.rows().findAll(type, wanted)));
        return Superseded.of(newest, workspace.answers().dismissed(ids), (type, id) -> rows.get(id));
    }

    /** Everything about one edit; null when it has been dealt with meanwhile. */
    void read(WaitingEdit edit, Consumer<@Nullable Conflict> then) {
        detail.run(
                progress -> conflicts(List.of(edit.id())).stream().findFirst().orElse(null), then);
    }

    /** What the rows of a bulk operation are called; ones that are gone are absent. */
    void names(Line bulk, Consumer<Map<UUID, String>> then) {
        desk.background()
                .run(
                        "work.load",
                        progress -> {
                            var names = new HashMap<UUID, String>();
                            bulk.edits().stream()
                                    .collect(Collectors.groupingBy(
                                            WaitingEdit::entity,
                                            Collectors.mapping(WaitingEdit::rowId, Collectors.toSet())))
                                    .forEach((entity, ids) -> workspace
                                            .rows()
                                            .findAll(Schema.type(entity), ids)
                                            .forEach((id, row) -> names.put(id, FieldText.number(row.label()))));
                            return names;
                        },
                        then);
    }

    /** Why the edits of a bulk operation wait: how many for each problem. */
    void reasons(Line bulk, Consumer<Map<String, List<Conflict>>> then) {
        detail.run(
                progress -> conflicts(bulk.ids()).stream()
                        .collect(Collectors.groupingBy(
                                conflict -> {
                                    var problem = conflict.problem();
                                    return problem == null ? "" : problem.code();
                                },
                                TreeMap::new,
                                Collectors.toList())),
                then);
    }

    /** Those that wait for the same reason in the same fields, this one first. */
    void similar(Conflict conflict, Consumer<List<Conflict>> then) {
        desk.background()
                .run(
                        "work.load",
                        progress -> {
                            var waiting = conflict.kind() == Kind.SUPERSEDED
                                    ? superseded().stream()
                                            .map(queued -> queued.operation().id())
                                    : workspace.answers().waiting().stream()
                                            .filter(edit -> edit.verdict() == conflict.verdict()
                                                    && edit.entity()
                                                            .equals(conflict.intent()
                                                                    .entity()))
                                            .map(WaitingEdit::id);
                            var alike = new ArrayList<Conflict>();
                            alike.add(conflict);
                            conflicts(waiting.toList()).stream()
                                    .filter(each ->
                                            each.isLike(conflict) && !each.id().equals(conflict.id()))
                                    .forEach(alike::add);
                            return alike;
                        },
                        then);
    }

    /** Other rows for all of the line's edit that waits, whatever for; null where none can do as well. */
    void instead(Line line, Consumer<@Nullable Instead> then) {
        var group = line.edit().group();
        instead.run(
                progress -> {
                    var waiting = workspace.answers().waiting().stream()
                            .filter(edit ->
                                    group == null ? edit.id().equals(line.edit().id()) : group.equals(edit.group()))
                            .map(WaitingEdit::id)
                            .toList();
                    // Who may not do it may not do it elsewhere either.
                    var lost = conflicts(waiting).stream()
                            .filter(conflict -> !conflict.isAbout("right.missing"))
                            .map(Conflict::id)
                            .toList();
                    var offer =
                            lost.isEmpty() ? null : substitutes.of(line.edit().label(), lost.size());
                    return offer == null ? null : new Instead(lost, offer);
                },
                then);
    }

    /** Leaves to the others what they have. */
    void take(Instead instead) {
        var taking = instead.offer().taking();
        if (taking != null) {
            settle(instead.ids(), taking, this::tell, () -> {});
        }
    }

    private List<Conflict> conflicts(Collection<UUID> ids) {
        var queued = workspace.answers().find(ids).stream()
                .filter(each -> each.result() != null
                        && Schema.find(each.operation().intent().entity()) != null)
                .toList();
        var rows = new HashMap<UUID, Row>();
        queued.stream()
                .map(each -> each.operation().intent())
                .collect(Collectors.groupingBy(
                        intent -> Schema.type(intent.entity()),
                        Collectors.mapping(intent -> intent.rowId(), Collectors.toSet())))
                .forEach((type, wanted) -> rows.putAll(workspace.rows().findAll(type, wanted)));
        var labels = new HashMap<UUID, String>();
        return queued.stream()
                .map(each -> named(
                        new Conflict(each, rows.get(each.operation().intent().rowId()), Map.of()), labels))
                .toList();
    }

    private Conflict named(Conflict conflict, Map<UUID, String> known) {
        var labels = new HashMap<UUID, String>();
        var values = new ArrayList<@Nullable Object>();
        for (Field field : conflict.type().fields()) {
            if (field.kind() == FieldKind.REFERENCE) {
                var target = Schema.type(String.valueOf(field.references()));
                values.clear();
                var change = conflict.changes().get(field.name());
                if (change != null) {
                    values.add(change.before());
                    values.add(change.after());
                }
                var row = conflict.now();
                values.add(row == null ? null : row.get(field.name()));
                values.forEach(value -> {
                    if (value instanceof UUID id) {
                        labels.put(id, known.computeIfAbsent(id, each -> label(target, each)));
                    }
                });
            }
        }
        return new Conflict(conflict.queued(), conflict.now(), labels);
    }

    private String label(EntityType<?> type, UUID id) {
        var label = workspace.rows().label(type, id);
        return label == null ? "?" : label;
    }

    void count(IntConsumer then) {
        count.run(progress -> Math.toIntExact(workspace.answers().attentionCount()), then::accept);
    }

    /** Leaves the rows as they stand. */
    void dismiss(List<UUID> ids) {
        write(
                ids,
                progress -> {
                    workspace.answers().dismiss(ids);
                    return 0;
                },
                rows -> dismissed(ids, false));
    }

    /** Makes the decision an edit. Only when that is saved do they leave the inbox. */
    void apply(List<Conflict> conflicts, Map<String, Pick> picks) {
        var ids = conflicts.stream().map(Conflict::id).toList();
        settle(ids, new Settlement(conflicts, picks), this::tell, () -> {});
    }

    /** An edit in the place of the one that waits. */
    void settle(List<UUID> ids, Op op, Consumer<Problem> refused, Runnable then) {
        desk.background()
                .run(
                        Lane.WRITER,
                        "work.save",
                        progress -> {
                            var edited = workspace.edits().run(op);
                            workspace.answers().dismiss(ids);
                            publish(ids);
                            return edited.rows();
                        },
                        rows -> {
                            then.run();
                            dismissed(ids, rows > 0);
                        },
                        refused);
    }

    private void dismissed(List<UUID> ids, boolean edited) {
        desk.toasts()
                .showWithUndo(
                        desk.texts().count(edited ? "conflicts.applied" : "conflicts.dismissed", ids.size()),
                        () -> takeBack(ids, edited));
    }

    /** The edit first: when it can't be undone any more, its decision stands too. */
    private void takeBack(List<UUID> ids, boolean edited) {
        write(
                ids,
                progress -> {
                    int rows = edited ? workspace.edits().undo().rows() : 0;
                    workspace.answers().bringBack(ids);
                    return rows;
                },
                rows -> {});
    }

    private void write(List<UUID> ids, Work<Integer> work, Consumer<Integer> then) {
        desk.background()
                .run(
                        Lane.WRITER,
                        "work.save",
                        progress -> {
                            var rows = work.run(progress);
                            publish(ids);
                            return rows;
                        },
                        then,
                        this::tell);
    }

    /** The mark beside a row comes and goes with what waits about it. */
    private void publish(List<UUID> ids) {
        workspace
                .listeners()
                .publish(new RowsChanged(workspace.answers().find(ids).stream()
                        .map(each -> each.operation().intent())
                        .filter(intent -> Schema.find(intent.entity()) != null)
                        .collect(Collectors.groupingBy(
                                intent -> Schema.type(intent.entity()),
                                Collectors.mapping(intent -> intent.rowId(), Collectors.toSet())))));
    }

    private void tell(Problem problem) {
        desk.toasts().show(desk.texts().problem(problem));
    }
}
