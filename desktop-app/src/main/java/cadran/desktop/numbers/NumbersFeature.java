package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.SearchSource;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.TableActions;
import cadran.desktop.tables.TableColumns;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.numbers.Did;
import cadran.model.organisations.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The inventory of numbers. */
public final class NumbersFeature implements Feature {
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
            "equipmentId",
            "cloudId",
            "activatedOn");

    private final Desk desk;
    private final Workspace workspace;
    private final TableView view;
    private final List<Command> commands = new ArrayList<>();
    private boolean started;

    /** @param starters ways to fill an empty inventory besides typing a number */
    public NumbersFeature(Desk desk, Workspace workspace, List<Command> starters) {
        this.desk = desk;
        this.workspace = workspace;
        var table = new TableController(desk, workspace, Did.TYPE);
        var controller = new NumbersController(desk, workspace, table);
        view = new TableView(desk, workspace, Did.TYPE, columns(new TableColumns(desk, table, Did.TYPE)));
        view.badge(this::badge);
        var actions = new TableActions(table, view, added -> controller.add(added));
        commands.addAll(actions.all());
        if (table.mayWrite()) {
            var focused = view.grid().focusedRowProperty();
            commands.add(Command.of("number.change-status", Feather.REFRESH_CW, () -> {
                        var row = focused.get();
                        if (row != null) {
                            controller.changeStatus(row);
                        }
                    })
                    .onKey(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))
                    .when(focused.isNotNull()));
        }
        var ways = new ArrayList<Command>();
        if (table.mayWrite()) {
            ways.add(actions.add());
            ways.addAll(starters);
        }
        view.whenEmpty(icon(), ways);
    }

    private List<GridColumn<GridRow>> columns(TableColumns make) {
        return COLUMNS.stream()
                .map(name -> {
                    var column = make.of(Did.TYPE.field(name));
                    return name.equals("status") ? column.graphic(row -> Badge.dot(role(row))) : column;
                })
                .toList();
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

    @Override
    public String id() {
        return "numbers";
    }

    @Override
    public String titleKey() {
        return "entity.did.title";
    }

    @Override
    public Ikon icon() {
        return Feather.HASH;
    }

    @Override
    public Permission permission() {
        return Did.TYPE.readPermission();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node detail() {
        return view.detail();
    }

    @Override
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    @Override
    public SearchSource search() {
        return (query, limit) -> workspace.rows().choices(Did.TYPE, query, limit).stream()
                .map(choice -> new SearchSource.Hit(choice.id().toString(), FieldText.number(choice.label()), ""))
                .toList();
    }

    @Override
    public void onShow() {
        if (!started) {
            started = true;
            view.start();
        }
        view.grid().focusTable();
    }

    @Override
    public void open(String objectId) {
        view.showOnly(objectId);
    }
}
