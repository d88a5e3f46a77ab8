package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.own.OwnFields;
import cadran.desktop.own.OwnOfNumbers;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.Reminder;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.Knowledge;
import cadran.desktop.tables.ManyRows;
import cadran.desktop.tables.Refresh;
import cadran.desktop.tables.Substitutes;
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
import cadran.model.numbers.DidStatus;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
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
            "activatedOn",
            "restsUntil",
            "recoverableUntil");

    private final Desk desk;
    private final Workspace workspace;
    private final OwnFields ownFields;
    private final StatusWords words;

    private NumbersFeature(Desk desk, Workspace workspace, OwnFields ownFields) {
        this.desk = desk;
        this.workspace = workspace;
        this.ownFields = ownFields;
        words = new StatusWords(desk.texts(), workspace);
    }

    /**
     * @param starters ways to fill an empty inventory besides typing a number
     * @param besides what else is known of the number in focus
     * @param knowledge what others know of numbers
     */
    public static Feature of(
            Desk desk,
            Workspace workspace,
            OwnFields ownFields,
            List<Command> starters,
            List<Beside> besides,
            Knowledge knowledge) {
        return new NumbersFeature(desk, workspace, ownFields).feature(starters, besides, knowledge);
    }

    /** Other numbers in place of those that somebody else was faster to take. */
    public static Substitutes substitutes(Desk desk, Workspace workspace, OwnFields ownFields, Knowledge knowledge) {
        return new TakeInstead(
                workspace, NumberKeys.filter(desk.texts(), workspace, knowledge.keys(), ownFields::keys));
    }

    /** Reservations that their holder should look at, and those whose holder is not there to do so. */
    public static List<Reminder> reminders(Desk desk, Workspace workspace) {
        return List.of(EndingReservations.watched(desk, workspace), LeftReservations.watched(desk, workspace));
    }

    private Feature feature(List<Command> starters, List<Beside> besides, Knowledge knowledge) {
        var table = new TableController(desk, workspace, Did.TYPE);
        var controller = new NumbersController(desk, workspace, table);
        var own = new OwnOfNumbers(desk, table, ownFields);
        var view = new TableView(
                desk,
                workspace,
                Did.TYPE,
                columns(new TableColumns(desk, table, Did.TYPE), knowledge.columns()),
                NumberKeys.filter(desk.texts(), workspace, knowledge.keys(), ownFields::keys));
        knowledge.changes().accept(view::knowsMore);
        knowledge.findings().accept(view.grid()::redraw);
        view.badge(this::badge);
        view.words("status", words::inFull);
        table.editsBy(new NumberEditing(own, workspace, null));
        table.addsBy(own::add);
        table.asksAlso(own::form);
        view.sortsBy(own::sorted);
        table.takesAlong(OwnValue.TYPE, "didId");
        ownFields.onChange(() -> {
            view.columns(own.columns());
            view.knowsMore();
        });
        new Refresh(workspace, Set.of(OwnValue.TYPE), view::knowsMore);
        view.beside(own.beside());
        var prices = new PricesPanel(desk, workspace, table);
        besides.forEach(view::beside);
        view.beside(prices);
        var actions = new TableActions(table, view, added -> controller.add(added));
        var ways = new ArrayList<Command>();
        var commands = new ArrayList<Command>();
        if (table.mayWrite()) {
            actions.onMany("number.change-status-many", Feather.REFRESH_CW, KeyCode.A, controller::changeStatus);
            var terminate = terminate(view, actions.selected(), controller);
            actions.alsoOnMany(terminate);
            actions.onMany("own.many", Feather.SLIDERS, KeyCode.O, own::editMany);
            onStatus(view, terminate, controller).forEach(command -> {
                commands.add(command);
                view.rowAction(command);
            });
            var reservations = new ReservationController(desk, workspace, table);
            onFree(view, actions, reservations).forEach(command -> {
                commands.add(command);
                view.rowAction(command);
            });
            commands.add(Command.of("number.take", Feather.USER_PLUS, () -> reservations.take(view, actions.selected()))
                    .onKey(key(KeyCode.P)));
            commands.add(Command.of("price.add", Feather.TRENDING_UP, prices::add)
                    .when(view.grid().focusedRowProperty().isNotNull()));
            ways.add(actions.add());
            ways.addAll(starters);
        }
        actions.onRow().forEach(view::rowAction);
        commands.addAll(0, actions.all());
        view.whenEmpty(Feather.HASH, ways);
        return new TableFeature(workspace, Did.TYPE, Feather.HASH, null, view, commands);
    }

    /** Of several it leaves out those that are gone, wherever the focus stands. */
    private static Command terminate(TableView view, ManyRows selected, NumbersController controller) {
        var focused = view.grid().focusedRowProperty();
        var onLive = Bindings.createBooleanBinding(() -> isLive(focused.get(), true), focused);
        var onMany = view.grid().selection().countProperty().greaterThan(1);
        return Command.of("number.terminate", Feather.PHONE_OFF, () -> selected.read(controller::terminate))
                .onKey(key(KeyCode.DELETE))
                .when(onLive.or(onMany));
    }

    private List<Command> onStatus(TableView view, Command terminate, NumbersController controller) {
        var focused = view.grid().focusedRowProperty();
        var onGone = Bindings.createBooleanBinding(() -> isLive(focused.get(), false), focused)
                .and(view.isOnOneRow());
        var commands = new ArrayList<Command>();
        commands.add(
                Command.of("number.change-status", Feather.REFRESH_CW, () -> controller.changeStatus(focused(view)))
                        .onKey(key(KeyCode.S))
                        .when(view.isOnOneRow()));
        commands.add(terminate);
        if (controller.mayRestore()) {
            commands.add(Command.of("number.restore", Feather.ROTATE_CCW, () -> controller.restore(focused(view)))
                    .onKey(key(KeyCode.R))
                    .when(onGone));
        }
        return commands;
    }

    private static List<Command> onFree(TableView view, TableActions actions, ReservationController reservations) {
        var focused = view.grid().focusedRowProperty();
        actions.onMany("number.reserve-many", Feather.BOOKMARK, KeyCode.B, reservations::reserve);
        actions.onMany("number.release-many", Feather.UNLOCK, KeyCode.U, reservations::release);
        var onFree = Bindings.createBooleanBinding(
                () -> {
                    var row = focused.get();
                    return row != null && NumbersController.status(row) == DidStatus.AVAILABLE;
                },
                focused);
        var onReserved = Bindings.createBooleanBinding(() -> ReservationController.isReserved(focused.get()), focused);
        return List.of(
                Command.of("number.reserve", Feather.BOOKMARK, () -> reservations.reserve(focused(view)))
                        .onKey(key(KeyCode.B))
                        .when(view.isOnOneRow().and(onFree)),
                Command.of("number.release", Feather.UNLOCK, () -> reservations.release(focused(view)))
                        .onKey(key(KeyCode.U))
                        .when(view.isOnOneRow().and(onReserved)));
    }

    private static boolean isLive(@Nullable GridRow row, boolean live) {
        return row != null && live == (NumbersController.status(row) != DidStatus.TERMINATED);
    }

    private static GridRow focused(TableView view) {
        return Objects.requireNonNull(view.grid().focusedRowProperty().get());
    }

    private static KeyCodeCombination key(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** @param known by others of a number, which stands beside its carrier */
    private List<GridColumn<GridRow>> columns(TableColumns make, List<GridColumn<GridRow>> known) {
        var columns = new ArrayList<GridColumn<GridRow>>();
        for (String name : COLUMNS) {
            columns.add(name.equals("status") ? status() : make.of(Did.TYPE.field(name)));
        }
        columns.addAll(COLUMNS.indexOf("carrierId") + 1, known);
        Did.TYPE.fields().stream()
                .map(Field::name)
                .filter(name -> !COLUMNS.contains(name))
                .forEach(name -> columns.add(make.of(Did.TYPE.field(name)).extra()));
        return columns;
    }

    private GridColumn<GridRow> status() {
        return GridColumn.of("status", "field.status", words::of)
                .width(170)
                .flexible(130)
                .sortable()
                .graphic(row -> Badge.dot(role(row)));
    }

    /** As people write it, and as switches and carriers do. */
    private Node badge(GridRow row) {
        return Badge.of(role(row), desk.texts().compute(() -> words.inFull(row)));
    }

    private static String role(GridRow row) {
        return "status-"
                + String.valueOf(row.row().text("status"))
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
    }
}
