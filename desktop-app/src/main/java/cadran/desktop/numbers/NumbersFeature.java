package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.TableActions;
import cadran.desktop.tables.TableColumns;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableFeature;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.numbers.Did;
import cadran.model.sync.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** The inventory of numbers. */
public final class NumbersFeature {
    /** What its users look at most, in that order; the rest stands in the detail column. */
    private static final List<String> COLUMNS = List.of(
            "e164",
            "status",
            "customerId",
            "groupId",
            "regionId",
            "typeId",
            "carrierId",
            "monthlyCost",
            "description",
            "tags",
            "equipmentId",
            "cloudId",
            "activatedOn");

    private final Desk desk;

    private NumbersFeature(Desk desk) {
        this.desk = desk;
    }

    /**
     * @param starters ways to fill an empty inventory besides typing a number
     * @param besides what else is known of the number in focus
     */
    public static Feature of(Desk desk, Workspace workspace, List<Command> starters, List<Beside> besides) {
        return new NumbersFeature(desk).feature(workspace, starters, besides);
    }

    private Feature feature(Workspace workspace, List<Command> starters, List<Beside> besides) {
        var table = new TableController(desk, workspace, Did.TYPE);
        var controller = new NumbersController(desk, workspace, table);
        var view = new TableView(
                desk,
                workspace,
                Did.TYPE,
                columns(new TableColumns(desk, table, Did.TYPE)),
                NumberKeys.filter(desk.texts(), workspace));
        view.badge(this::badge);
        besides.forEach(view::beside);
        var actions = new TableActions(table, view, added -> controller.add(added));
        var commands = new ArrayList<>(actions.all());
        var ways = new ArrayList<Command>();
        if (table.mayWrite()) {
            var change = changeStatus(view, controller);
            commands.add(change);
            view.rowAction(change);
            ways.add(actions.add());
            ways.addAll(starters);
        }
        actions.onRow().forEach(view::rowAction);
        view.whenEmpty(Feather.HASH, ways);
        return new TableFeature(workspace, Did.TYPE, Feather.HASH, null, view, commands);
    }

    private static Command changeStatus(TableView view, NumbersController controller) {
        var focused = view.grid().focusedRowProperty();
        return Command.of("number.change-status", Feather.REFRESH_CW, () -> {
                    var row = focused.get();
                    if (row != null) {
                        controller.changeStatus(row);
                    }
                })
                .onKey(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))
                .when(focused.isNotNull());
    }

    private List<GridColumn<GridRow>> columns(TableColumns make) {
        var more = Did.TYPE.fields().stream()
                .map(Field::name)
                .filter(name -> !COLUMNS.contains(name))
                .map(name -> make.of(Did.TYPE.field(name)).extra());
        var usual = COLUMNS.stream().map(name -> {
            var column = make.of(Did.TYPE.field(name));
            return name.equals("status") ? column.graphic(row -> Badge.dot(role(row))) : column;
        });
        return Stream.concat(usual, more).toList();
    }

    private Node badge(GridRow row) {
        var status = Did.TYPE.field("status");
        return Badge.of(
                role(row),
                desk.texts()
                        .bind(FieldText.codeKey(
                                Did.TYPE, status, String.valueOf(row.row().text("status")))));
    }

    private static String role(GridRow row) {
        return "status-"
                + String.valueOf(row.row().text("status"))
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
    }
}
