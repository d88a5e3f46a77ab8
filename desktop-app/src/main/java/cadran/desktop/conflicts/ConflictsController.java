package cadran.desktop.conflicts;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.store.QueuedOperation;
import cadran.desktop.ui.Desk;
import cadran.model.Schema;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What an author can do about an edit that did not go through. */
final class ConflictsController {
    private final Desk desk;
    private final Workspace workspace;
    private Runnable answered = () -> {};

    ConflictsController(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
    }

    void load(Consumer<List<Conflict>> then) {
        desk.background()
                .run(
                        "work.load",
                        progress -> workspace.answers().attention().stream()
                                .map(this::conflict)
                                .toList(),
                        then);
    }

    private Conflict conflict(QueuedOperation queued) {
        var intent = queued.operation().intent();
        var type = Schema.type(intent.entity());
        var now = workspace.rows().find(type, intent.rowId());
        var conflict = new Conflict(queued, now, Map.of());
        var labels = new HashMap<UUID, String>();
        conflict.sides().forEach(side -> {
            Field field = type.field(side.field());
            if (field.kind() == FieldKind.REFERENCE) {
                name(field, side.base(), labels);
                name(field, side.mine(), labels);
                name(field, side.theirs(), labels);
            }
        });
        return new Conflict(queued, now, labels);
    }

    private void name(Field field, @Nullable Object id, Map<UUID, String> labels) {
        if (id instanceof UUID row) {
            var label = workspace.rows().label(Schema.type(String.valueOf(field.references())), row);
            labels.put(row, label == null ? "?" : label);
        }
    }

    /** @param action runs each time one of them was dealt with here */
    void onAnswered(Runnable action) {
        answered = action;
    }

    void count(IntConsumer then) {
        desk.background()
                .run(
                        "work.load",
                        progress -> Math.toIntExact(workspace.answers().attentionCount()),
                        then::accept);
    }

    /** Leaves the row as it stands. */
    void keepTheirs(Conflict conflict, Runnable then) {
        answer(conflict, () -> {}, then);
    }

    /** Makes the edit again over what stands there now. Only when that is saved does the old one leave the inbox. */
    void takeMine(Conflict conflict, Runnable then) {
        answer(conflict, () -> workspace.edits().run(new RepeatEdit(conflict.intent(), conflict.label())), then);
    }

    private void answer(Conflict conflict, Runnable first, Runnable then) {
        desk.background()
                .run(
                        Lane.WRITER,
                        "work.save",
                        progress -> {
                            first.run();
                            workspace.answers().dismiss(List.of(conflict.id()));
                            return true;
                        },
                        done -> {
                            answered.run();
                            then.run();
                        },
                        problem -> desk.toasts().show(desk.texts().problem(problem)));
    }
}
