package cadran.desktop.conflicts;

import cadran.desktop.edit.Op;
import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.QueuedOperation;
import cadran.desktop.store.RowState;
import cadran.desktop.tables.AddRow;
import cadran.desktop.tables.EditRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.RowForm;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.model.Schema;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A refused edit in a form, to be put right and sent again; a row that was deleted is made anew under its old id. */
final class SendAgain {
    private final Desk desk;
    private final Workspace workspace;
    private final ConflictsController controller;

    SendAgain(Desk desk, Workspace workspace, ConflictsController controller) {
        this.desk = desk;
        this.workspace = workspace;
        this.controller = controller;
    }

    static boolean isPossible(Conflict conflict) {
        return conflict.kind() == Kind.REFUSED && !conflict.isDeletion();
    }

    /** Whether the row has to be made rather than changed. */
    static boolean makes(Conflict conflict) {
        return conflict.now() == null;
    }

    void ask(Conflict conflict) {
        desk.background().run("work.load", progress -> known(conflict), row -> ask(conflict, row));
    }

    private void ask(Conflict conflict, GridRow known) {
        var tables = new TableController(desk, workspace, conflict.type());
        var form = makes(conflict)
                ? RowForm.whole(desk, tables, known)
                : new RowForm(desk, tables, conflict.type(), known, RowForm.ALL);
        boolean restores = makes(conflict) && !conflict.isCreation();
        tables.ask(
                restores ? "conflicts.restore.title" : "conflicts.edit.title",
                restores ? "conflicts.restore.verb" : "conflicts.edit.verb",
                form,
                close -> controller.settle(List.of(conflict.id()), op(conflict, form.values()), form::show, close));
        var problem = conflict.problem();
        if (problem != null && problem.field() != null) {
            form.show(problem);
        }
    }

    private static Op op(Conflict conflict, Map<String, @Nullable Object> values) {
        var now = conflict.now();
        if (now != null) {
            return new EditRow(now, values, FieldText.number(now.label()));
        }
        var name = FieldText.number(conflict.type().labelFields().stream()
                .map(values::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" ")));
        return new AddRow(conflict.type(), conflict.intent().rowId(), values, name);
    }

    private GridRow known(Conflict conflict) {
        var values = new HashMap<String, @Nullable Object>();
        var now = conflict.now();
        if (now == null) {
            recall(workspace.answers().of(conflict.intent().rowId()), values);
        } else {
            conflict.type().fields().forEach(field -> values.put(field.name(), now.get(field.name())));
            conflict.changes().forEach((field, change) -> values.put(field, change.after()));
        }
        var row = row(conflict.type(), conflict.intent().rowId(), values);
        return new GridRow(0, row, labels(row), RowState.SETTLED);
    }

    /** The local copy has forgotten a row that is gone; its author's own edits tell what they saw of it. */
    private static void recall(List<QueuedOperation> edits, Map<String, @Nullable Object> values) {
        for (var edit : edits) {
            switch (edit.operation().intent()) {
                case Intent.Create create -> values.putAll(create.values());
                case Intent.Patch patch -> recall(patch.changes(), values);
                case Intent.Move move -> {
                    recall(move.changes(), values);
                    values.put(move.field(), move.to());
                }
                case Intent.Delete ignored -> {}
            }
        }
    }

    private static void recall(Map<String, Change> changes, Map<String, @Nullable Object> values) {
        changes.forEach((field, change) -> values.put(field, change.after()));
    }

    private Row row(EntityType<?> type, UUID id, Map<String, @Nullable Object> values) {
        var list = new ArrayList<@Nullable Object>();
        type.fields().forEach(field -> list.add(values.get(field.name())));
        return new Row(type, id, 0, workspace.author().organisation(), list);
    }

    private Map<String, String> labels(Row row) {
        var labels = new LinkedHashMap<String, String>();
        for (Field field : row.type().fields()) {
            if (field.kind() == FieldKind.REFERENCE && row.get(field.name()) instanceof UUID target) {
                var label = workspace.rows().label(Schema.type(String.valueOf(field.references())), target);
                labels.put(field.name(), label == null ? "" : label);
            }
        }
        return labels;
    }
}
