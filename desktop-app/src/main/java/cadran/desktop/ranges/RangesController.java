package cadran.desktop.ranges;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberRange;
import java.util.UUID;
import java.util.function.Consumer;

/** What a user can do with ranges beyond what any table's rows allow. */
final class RangesController {
    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;
    private final TableController numbers;

    RangesController(Desk desk, Workspace workspace, TableController table) {
        this.desk = desk;
        this.workspace = workspace;
        this.table = table;
        numbers = new TableController(desk, workspace, Did.TYPE);
    }

    void add(Consumer<UUID> added) {
        desk.background()
                .run(
                        "work.load",
                        progress -> workspace.referenceValues(),
                        own -> table.add(new RangeForm(desk, table, own), added));
    }

    void complete(GridRow row) {
        var range = NumberRange.TYPE.read(row.row());
        desk.background()
                .run(
                        "work.check",
                        progress -> new CompleteForm.Preview(
                                CompleteRange.missing(workspace.rows(), range), workspace.referenceValues()),
                        preview -> {
                            if (preview.missing().isEmpty()) {
                                desk.toasts().show(desk.texts().get("range.complete.nothing"));
                            } else {
                                complete(row, range, preview);
                            }
                        });
    }

    private void complete(GridRow row, NumberRange range, CompleteForm.Preview preview) {
        var form = new CompleteForm(desk, numbers, range, preview);
        table.ask(
                "range.complete",
                "range.complete.do",
                form,
                close -> table.save(
                        new CompleteRange(range, form.kind(), workspace.ids(), table.nameOf(row)), form::show, close));
    }

    void take(GridRow row) {
        var range = NumberRange.TYPE.read(row.row());
        var form = new TakeForm(desk, workspace, table, row);
        table.ask("range.take", "range.take.do", form, close -> {
            var today = workspace.today();
            var member = workspace.author().user();
            table.save(
                    new TakeNumbers(range, form.customer(), member, form.count(), today, table.nameOf(row)),
                    form::show,
                    close);
        });
    }
}
