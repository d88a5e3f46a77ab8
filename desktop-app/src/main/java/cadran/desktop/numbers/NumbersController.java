package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.ReferenceValues;
import cadran.model.catalog.Region;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberingPlan;
import cadran.model.numbers.Rests;
import cadran.model.numbers.StatusEffects;
import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a user can do with numbers beyond what any table's rows allow. */
final class NumbersController {
    private static final List<EntityType<?>> READ_BY_FORM = List.of(DialingCode.TYPE, Region.TYPE, NumberType.TYPE);

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
                        progress -> ReferenceValues.of(READ_BY_FORM.stream()
                                .flatMap(type -> workspace.rows().list(Query.of(type)).stream())
                                .map(GridRow::row)
                                .toList()),
                        own -> table.add(new NumberForm(desk, table, NumberingPlan.shipped(), own), added));
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
                        new MoveNumber(row.row(), form.next(), form.values(), effects(), table.nameOf(row)),
                        form::show,
                        close));
    }

    private StatusEffects effects() {
        return new StatusEffects(Rests.USUAL, workspace.today());
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
