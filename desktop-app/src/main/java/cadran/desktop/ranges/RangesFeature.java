package cadran.desktop.ranges;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Occupancy;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.InSight;
import cadran.desktop.tables.LinkBeside;
import cadran.desktop.tables.Refresh;
import cadran.desktop.tables.Substitutes;
import cadran.desktop.tables.TableActions;
import cadran.desktop.tables.TableColumns;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableFeature;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberRange;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The ranges of numbers and how full they are. */
public final class RangesFeature {
    private static final List<String> BEFORE = List.of("firstNumber", "lastNumber");
    private static final List<String> BEHIND =
            List.of("carrierId", "customerId", "headNumber", "trunk", "contractReference");
    private static final double BAR = 90;

    private final Desk desk;
    private final TableView view;
    private final Workspace workspace;
    private final InSight<Occupancy> occupancies;

    private RangesFeature(Desk desk, Workspace workspace, TableController table) {
        this.desk = desk;
        this.workspace = workspace;
        view = new TableView(
                desk, workspace, NumberRange.TYPE, columns(new TableColumns(desk, table, NumberRange.TYPE)));
        occupancies = new InSight<>(desk, this::count, () -> view.grid().reload());
        view.beside(new OccupancyPanel(desk, workspace));
        new Refresh(workspace, Set.of(Did.TYPE), occupancies::again);
    }

    public static Feature of(Desk desk, Workspace workspace) {
        var table = new TableController(desk, workspace, NumberRange.TYPE);
        return new RangesFeature(desk, workspace, table).feature(workspace, table);
    }

    /** To which range a number belongs. */
    public static Beside besideNumber(Desk desk, Workspace workspace) {
        return new LinkBeside(
                desk,
                workspace,
                "range.of-number",
                Set.of(NumberRange.TYPE),
                row -> progress -> workspace
                        .rows()
                        .rangeOf(String.valueOf(row.row().text("e164")))
                        .map(range -> new LinkBeside.Link(range, FieldText.number(range.label()))));
    }

    /** Other numbers of the range in place of those that somebody else was faster to take. */
    public static Substitutes substitutes(Workspace workspace) {
        return new TakeInstead(workspace);
    }

    private Feature feature(Workspace workspace, TableController table) {
        var controller = new RangesController(desk, workspace, table);
        var actions = new TableActions(table, view, controller::add);
        var commands = new ArrayList<>(actions.all());
        if (table.mayWrite()) {
            var take = onRow("range.take", Feather.USER_PLUS, KeyCode.T, controller::take);
            var complete = onRow("range.complete", Feather.LAYERS, KeyCode.K, controller::complete);
            List.of(take, complete).forEach(command -> {
                commands.add(command);
                view.rowAction(command);
            });
        }
        actions.onRow().forEach(view::rowAction);
        view.whenEmpty(Feather.LAYERS, table.mayWrite() ? List.of(actions.add()) : List.of());
        return new TableFeature(workspace, NumberRange.TYPE, Feather.LAYERS, null, view, commands);
    }

    private Command onRow(String text, Ikon icon, KeyCode key, Consumer<GridRow> action) {
        var focused = view.grid().focusedRowProperty();
        return Command.of(text, icon, () -> {
                    var row = focused.get();
                    if (row != null) {
                        action.accept(row);
                    }
                })
                .onKey(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))
                .when(focused.isNotNull());
    }

    private List<GridColumn<GridRow>> columns(TableColumns make) {
        var columns = new ArrayList<GridColumn<GridRow>>();
        BEFORE.forEach(name -> columns.add(make.of(NumberRange.TYPE.field(name))));
        columns.add(GridColumn.<GridRow>of("occupancy", "range.occupancy", this::figures)
                .width(380)
                .graphic(this::bar));
        BEHIND.forEach(name -> columns.add(make.of(NumberRange.TYPE.field(name))));
        return columns;
    }

    private Map<UUID, Occupancy> count(List<Row> ranges) {
        var today = workspace.today();
        return ranges.stream()
                .collect(Collectors.toMap(
                        Row::id,
                        row -> workspace
                                .rows()
                                .numbersOf(NumberRange.TYPE.read(row))
                                .occupancy(today)));
    }

    /** All that the bar shows by its colours. */
    private String figures(GridRow row) {
        var found = occupancies.of(row.row());
        if (found == null) {
            return "";
        }
        var texts = desk.texts();
        var there = texts.get("range.figures", "used", found.used(), "size", found.size(), "free", found.free())
                + (found.reserved() == 0 ? "" : " " + texts.count("range.figures.reserved", found.reserved()));
        return found.missing() == 0 ? there : there + " " + texts.count("range.figures.missing", found.missing());
    }

    private @Nullable Node bar(GridRow row) {
        var found = occupancies.of(row.row());
        return found == null ? null : OccupancyBar.of(OccupancyBar.parts(desk.texts(), found), BAR);
    }
}
