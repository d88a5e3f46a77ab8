package cadran.desktop.assignments;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.AssignmentPlan;
import cadran.model.numbers.Did;
import cadran.model.numbers.StatusEffects;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a user can do about assignments. */
final class AssignmentsController {
    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;

    AssignmentsController(Desk desk, Workspace workspace, TableController table) {
        this.desk = desk;
        this.workspace = workspace;
        this.table = table;
    }

    boolean mayWrite() {
        return table.mayWrite();
    }

    /** @param from the number or the campaign where the wish began; null for neither */
    void assign(@Nullable GridRow from, Consumer<UUID> made) {
        var form = new AssignmentForm(desk, workspace, table, from);
        table.ask("assignment.begin", "assignment.begin.do", form, close -> {
            var row = row(workspace.ids().next(), form.values());
            named(
                    row,
                    what -> table.save(new AssignNumber(row, plan(), what), form::show, () -> {
                        close.run();
                        made.accept(row.id());
                    }));
        });
    }

    void end(Row assignment) {
        var form = new EndForm(desk, workspace.today());
        table.ask(
                "assignment.end",
                "assignment.end.do",
                form,
                close -> named(
                        assignment,
                        what -> table.save(
                                new EndAssignment(assignment, form.lastDay(), plan(), what, form.reason()),
                                form::show,
                                close)));
    }

    /** What the number is called, for the undo. */
    private void named(Row assignment, Consumer<String> then) {
        var id = Objects.requireNonNull(assignment.reference("didId"));
        desk.background()
                .run(
                        "work.load",
                        progress -> Objects.requireNonNullElse(workspace.rows().label(Did.TYPE, id), ""),
                        label -> then.accept(FieldText.number(label)));
    }

    private AssignmentPlan plan() {
        return new AssignmentPlan(new StatusEffects(workspace.rows()::find, workspace.today()), workspace.today());
    }

    private Row row(UUID id, Map<String, @Nullable Object> values) {
        var list = new ArrayList<@Nullable Object>();
        Assignment.TYPE.fields().forEach(field -> list.add(values.get(field.name())));
        return new Row(Assignment.TYPE, id, 0, workspace.author().organisation(), list);
    }
}
