package cadran.desktop.numbers;

import cadran.desktop.bulk.BulkOp;
import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.ManyRows;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.StatusEffects;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import cadran.model.sync.RowLookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a user can do with numbers beyond what any table's rows allow. */
final class NumbersController {
    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;

    NumbersController(Desk desk, Workspace workspace, TableController table) {
        this.desk = desk;
        this.workspace = workspace;
        this.table = table;
    }

    void add(Consumer<UUID> added) {
        desk.background()
                .run(
                        "work.load",
                        progress -> workspace.referenceValues(),
                        own -> table.add(new NumberForm(desk, table, own), added));
    }

    void changeStatus(GridRow row) {
        var now = status(row);
        if (now == DidStatus.TERMINATED) {
            restore(row);
            return;
        }
        // To terminate has a pane of its own, which says what it breaks.
        var next = Stream.of(DidStatus.values())
                .filter(now::mayMoveTo)
                .filter(status -> status != DidStatus.TERMINATED)
                .toList();
        var form = new StatusForm(desk, table, row, next);
        table.ask(
                "number.change-status",
                "action.save",
                form,
                close -> table.save(
                        new MoveNumber(
                                row.row(), form.next(), form.values(), effects(), table.nameOf(row), form.reason()),
                        form::show,
                        close));
    }

    /** Says what goes with them first, and asks for what only a hand that means it types. */
    void terminate(List<GridRow> numbers) {
        var live = numbers.stream()
                .filter(row -> status(row) != DidStatus.TERMINATED)
                .toList();
        if (live.isEmpty()) {
            desk.toasts().show(desk.texts().get("number.terminate.none"));
            return;
        }
        var what =
                live.size() == 1 ? table.nameOf(live.getFirst()) : desk.texts().count("entity.did.count", live.size());
        var today = workspace.today();
        desk.background().run("work.load", progress -> Losses.of(live, workspace.rows(), today), losses -> {
            var form = new TerminationForm(desk, losses, today);
            table.ask(
                    desk.texts().bind("number.terminate.title", "what", what),
                    "number.terminate.do",
                    form,
                    close -> table.save(
                            new TerminateNumbers(losses.dids(), form.wish(), today, what), form::show, close));
        });
    }

    /** To one status, with one customer where one is entered; what can't go there is named before it is done. */
    void changeStatus(ManyRows numbers) {
        // An end asks for more than a status.
        var form = StatusForm.many(desk, table, List.of(DidStatus.ASSIGNED, DidStatus.AVAILABLE, DidStatus.IN_USE));
        table.ask("number.change-status-many.title", "bulk.see", form, close -> {
            close.run();
            var status = form.next();
            var values = form.values();
            var effects = new StatusEffects(RowLookup.remembering(workspace.rows()::find), workspace.today());
            var reason = form.reason();
            numbers.edit(rows -> new BulkOp(
                    "op.number.move", Did.TYPE, rows, row -> effects.move(row, status, values, null), reason));
        });
    }

    /** Brings a terminated number back, which starts its costs again: so it takes a right of its own. */
    void restore(GridRow row) {
        if (!mayRestore()) {
            desk.toasts().show(desk.texts().get("number.restore.no-right"));
            return;
        }
        desk.background().run("work.load", progress -> holder(row.row()), holder -> {
            if (holder.isPresent()) {
                desk.toasts().show(desk.texts().problem(Problem.of("number.live_elsewhere")));
                return;
            }
            var form = new RestoreForm(desk, row, workspace.today());
            table.ask(
                    desk.texts().bind("number.restore.title", "what", table.nameOf(row)),
                    "number.restore.do",
                    form,
                    close -> table.save(
                            new MoveNumber(row.row(), DidStatus.AVAILABLE, Map.of(), effects(), table.nameOf(row), ""),
                            form::show,
                            close));
        });
    }

    boolean mayRestore() {
        return workspace.may(Permission.NUMBER_RESTORE);
    }

    /** The live row that has the number by now. */
    private Optional<Row> holder(Row did) {
        var key = Did.TYPE.uniqueKeys().getFirst();
        var e164 = Did.TYPE.field("e164");
        return workspace.rows().holding(Did.TYPE, e164, Set.of(String.valueOf(did.get("e164")))).stream()
                .filter(other -> !other.id().equals(did.id()))
                .filter(key.live())
                .findFirst();
    }

    static DidStatus status(GridRow row) {
        return DidStatus.valueOf(String.valueOf(row.row().text("status")));
    }

    private StatusEffects effects() {
        return new StatusEffects(workspace.rows()::find, workspace.today());
    }
}
