package cadran.desktop.tables;

import cadran.desktop.bulk.BulkOp;
import cadran.desktop.edit.Op;
import cadran.desktop.edit.Trial;
import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.platform.Progress;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a user can do with many rows of one table: always looked at first, then done as one edit. */
final class BulkController {
    private final Desk desk;
    private final Workspace workspace;
    private final EntityType<?> type;
    private final TableController table;

    BulkController(Desk desk, Workspace workspace, TableController table) {
        this.desk = desk;
        this.workspace = workspace;
        this.table = table;
        type = table.type();
    }

    /** The same values in all of them: those that the form's user touched. */
    void edit(SelectedRows selected) {
        var form = RowForm.many(desk, table);
        table.ask("bulk.edit.title", "bulk.see", form, close -> {
            var values = form.values();
            if (values.isEmpty()) {
                form.show(Problem.of("bulk.nothing_touched"));
                return;
            }
            var reason = form.reason();
            close.run();
            preview(
                    selected,
                    rows -> BulkOp.setting("op.edit", type, rows, row -> values).because(reason));
        });
    }

    void tag(SelectedRows selected, Field words) {
        var form = new TagForm(desk, words);
        table.ask("bulk.tag.title", "bulk.see", form, close -> {
            var change = form.change();
            var reason = form.reason();
            close.run();
            preview(
                    selected,
                    rows -> BulkOp.setting("op.tag", type, rows, change::of).because(reason));
        });
    }

    /** Shows what the edit would do to the selected rows, and does it when that is agreed to. */
    void preview(SelectedRows selected, Function<List<Row>, Op> edit) {
        preview(selected, edit, null);
    }

    void preview(SelectedRows selected, Function<List<Row>, Op> edit, @Nullable Teller teller) {
        desk.background()
                .run(
                        Lane.READERS,
                        "work.preview",
                        progress -> tryOut(
                                edit.apply(selected.read(progress).stream()
                                        .map(GridRow::row)
                                        .toList()),
                                List.of(),
                                0,
                                teller,
                                progress),
                        this::show,
                        this::tell);
    }

    void preview(Op op) {
        desk.background()
                .run(
                        Lane.READERS,
                        "work.preview",
                        progress -> tryOut(op, List.of(), 0, null, progress),
                        this::show,
                        this::tell);
    }

    void read(SelectedRows selected, Consumer<List<GridRow>> then) {
        desk.background().run(Lane.READERS, "work.load", selected::read, then, this::tell);
    }

    /** Copies the first row's value into the others; what can't be taken over everywhere is looked at first. */
    void fill(SelectedRows selected, Field field) {
        var cells = new CellText(desk.texts(), workspace.rows(), type);
        fill(selected, (rows, progress) -> {
            var others = rows.stream().skip(1).map(GridRow::row).toList();
            cells.mayBeSet(field);
            var values = new HashMap<String, @Nullable Object>();
            values.put(field.name(), rows.getFirst().row().get(field.name()));
            return tryOut(BulkOp.setting("op.fill", type, others, row -> values), List.of(), 0, null, progress);
        });
    }

    void fill(SelectedRows selected, MoreColumns more, String column) {
        fill(selected, (rows, progress) -> {
            more.mayBeSet(column);
            var value = new HashMap<String, @Nullable Object>();
            value.put(column, more.value(rows.getFirst(), column));
            var others = new LinkedHashMap<UUID, Map<String, @Nullable Object>>();
            rows.stream().skip(1).forEach(row -> others.put(row.row().id(), value));
            return tryOut(more.setting("op.fill", others), List.of(), 0, more.teller(rows), progress);
        });
    }

    private interface Filling {
        Preview of(List<GridRow> rows, Progress progress);
    }

    private void fill(SelectedRows selected, Filling filling) {
        desk.background()
                .run(
                        Lane.READERS,
                        "work.preview",
                        progress -> {
                            var rows = selected.read(progress);
                            if (rows.size() < 2) {
                                throw Problem.of("bulk.list_changed").asException();
                            }
                            return filling.of(rows, progress);
                        },
                        preview -> {
                            if (preview.count(Preview.Kind.REFUSED) > 0) {
                                show(preview);
                            } else if (preview.isPossible()) {
                                save(preview);
                            } else {
                                desk.toasts().show(desk.texts().get("bulk.as-wanted.all"));
                            }
                        },
                        this::tell);
    }

    void paste(PasteReader reader) {
        desk.background()
                .run(
                        Lane.READERS,
                        "work.preview",
                        progress -> {
                            var read = reader.read(progress);
                            return tryOut(read.op(), read.unread(), read.left(), read.teller(), progress);
                        },
                        this::show,
                        this::tell);
    }

    private Preview tryOut(Op op, List<Preview.Line> unread, int left, @Nullable Teller teller, Progress progress) {
        int total = Integer.parseInt(op.labelArgs().getOrDefault("count", "0"));
        var trial = workspace.edits().tryOut(op, decided -> {
            progress.stopIfCancelled();
            progress.report((long) total + decided, 2L * total);
        });
        var lines = Preview.lines(trial, unread, teller);
        long changing = lines.stream()
                .filter(line -> line.kind() == Preview.Kind.CHANGES)
                .count();
        return new Preview(table.completed(trial.accepted(changing)), lines, names(trial), left);
    }

    private Map<UUID, String> names(Trial trial) {
        var names = new HashMap<UUID, String>();
        for (var field : type.fields()) {
            if (field.kind() == FieldKind.REFERENCE) {
                var ids = new HashSet<UUID>();
                trial.changing().forEach(tried -> {
                    addReference(ids, tried.before(), field);
                    addReference(ids, tried.after(), field);
                });
                var target = Schema.type(Objects.requireNonNull(field.references()));
                workspace
                        .rows()
                        .findAll(target, ids)
                        .forEach((id, row) -> names.put(id, FieldText.number(row.label())));
            }
        }
        return names;
    }

    private static void addReference(Set<UUID> ids, @Nullable Row row, Field field) {
        var id = row == null || !row.type().has(field.name()) ? null : row.reference(field.name());
        if (id != null) {
            ids.add(id);
        }
    }

    private void show(Preview preview) {
        new PreviewPane(desk, type).show(preview, () -> save(preview));
    }

    /** Can be stopped from the status bar until it is saved; then there is Undo. */
    private void save(Preview preview) {
        long total = preview.count(Preview.Kind.CHANGES);
        desk.background()
                .run(
                        Lane.WRITER,
                        "work.save",
                        progress -> workspace.edits().run(preview.accepted(), decided -> {
                            progress.stopIfCancelled();
                            progress.report(decided, total);
                        }),
                        done -> desk.toasts()
                                .showWithUndo(
                                        desk.texts().get("bulk.done", "what", EditText.of(desk.texts(), done.label())),
                                        table::undo),
                        this::tell);
    }

    private void tell(Problem problem) {
        desk.toasts().show(desk.texts().problem(problem));
    }
}
