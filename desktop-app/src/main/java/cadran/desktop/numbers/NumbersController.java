package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.Filter;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Query;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.DialingCode;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.model.organisations.Permission;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a user can do with numbers beyond what any table's rows allow. */
final class NumbersController {
    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;
    private final NumberParser parser = new NumberParser(NumberingPlan.shipped());

    NumbersController(Desk desk, Workspace workspace, TableController table) {
        this.desk = desk;
        this.workspace = workspace;
        this.table = table;
    }

    void add(Consumer<UUID> added) {
        var inUse = Query.of(DialingCode.TYPE).where(new Filter.Is("active", true));
        desk.background()
                .run(
                        "work.load",
                        progress -> workspace.rows().list(inUse).stream()
                                .map(code -> DialingCode.TYPE.read(code.row()))
                                .toList(),
                        countries -> table.add(new NumberForm(desk, table, parser, countries), added));
    }

    void changeStatus(GridRow row) {
        var next = nextOf(row);
        if (next.isEmpty()) {
            desk.toasts().show(desk.texts().get("number.no-next-status"));
            return;
        }
        var form = new StatusForm(desk, table, row, next);
        table.ask(
                "number.change-status",
                "action.save",
                form,
                close -> table.save(
                        new MoveNumber(row.row(), form.next(), form.values(), table.nameOf(row)), form::show, close));
    }

    /** Bringing a terminated number back starts its costs again, so it takes a right of its own. */
    private List<DidStatus> nextOf(GridRow row) {
        var now = DidStatus.valueOf(String.valueOf(row.row().text("status")));
        if (now == DidStatus.TERMINATED && !workspace.may(Permission.NUMBER_RESTORE)) {
            return List.of();
        }
        return Stream.of(DidStatus.values()).filter(now::mayMoveTo).toList();
    }
}
