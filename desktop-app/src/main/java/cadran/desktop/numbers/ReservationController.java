package cadran.desktop.numbers;

import cadran.desktop.bulk.BulkOp;
import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.ManyRows;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.MemberName;
import cadran.model.numbers.Did;
import cadran.model.numbers.Reservation;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps free numbers for somebody, frees them, and gives the next of those that a list shows to a customer. */
final class ReservationController {
    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;

    ReservationController(Desk desk, Workspace workspace, TableController table) {
        this.desk = desk;
        this.workspace = workspace;
        this.table = table;
    }

    void reserve(GridRow row) {
        var seen = row.row();
        var holder = Reservation.runsUntil(seen, workspace.today()) == null
                ? null
                : new Choice(
                        String.valueOf(seen.get("reservedForId")), row.labels().getOrDefault("reservedForId", ""));
        ask(seen, holder, (form, close) -> table.save(reserving(List.of(seen), form.values()), form::show, close));
    }

    void reserve(ManyRows numbers) {
        ask(null, null, (form, close) -> {
            close.run();
            var values = form.values();
            numbers.edit(rows -> reserving(rows, values));
        });
    }

    private interface Asked {
        void answered(ReserveForm form, Runnable close);
    }

    private void ask(@Nullable Row known, @Nullable Choice holder, Asked then) {
        var me = workspace.author().user();
        desk.background()
                .run(
                        "work.load",
                        progress -> Optional.ofNullable(workspace.rows().label(MemberName.TYPE, me)),
                        name -> {
                            // Who joined a moment ago may not have their own name here yet.
                            var mine = name.map(called -> new Choice(me.toString(), called))
                                    .orElse(null);
                            var form = new ReserveForm(desk, workspace, table, known, holder == null ? mine : holder);
                            table.ask(
                                    known == null
                                            ? desk.texts().bind("number.reserve-many.title")
                                            : desk.texts()
                                                    .bind(
                                                            "number.reserve.title",
                                                            "what",
                                                            FieldText.number(known.label())),
                                    known == null ? "bulk.see" : "number.reserve.do",
                                    form,
                                    close -> then.answered(form, close));
                        });
    }

    private static BulkOp reserving(List<Row> rows, Map<String, @Nullable Object> values) {
        return BulkOp.setting("op.number.reserve", Did.TYPE, rows, row -> values);
    }

    void release(GridRow row) {
        var op = releasing(List.of(row.row()));
        table.save(op);
    }

    void release(ManyRows numbers) {
        numbers.edit(ReservationController::releasing);
    }

    private static BulkOp releasing(List<Row> rows) {
        Function<Row, Map<String, @Nullable Object>> nothing = row -> {
            var values = new LinkedHashMap<String, @Nullable Object>();
            Reservation.FIELDS.forEach(field -> values.put(field, null));
            return values;
        };
        return BulkOp.setting("op.number.release", Did.TYPE, rows, nothing);
    }

    static boolean isReserved(@Nullable GridRow row) {
        return row != null && row.row().get("reservedForId") != null;
    }

    /** The next of what the list shows, in its order. */
    void take(TableView view, ManyRows preview) {
        var shown = view.narrowed();
        if (shown == null) {
            desk.toasts().show(desk.texts().get("take.line-wrong"));
            return;
        }
        var form = new TakeForm(desk, workspace, table, shown);
        table.ask("number.take.title", "bulk.see", form, close -> {
            var take = form.take();
            close.run();
            preview.preview(take);
        });
    }
}
