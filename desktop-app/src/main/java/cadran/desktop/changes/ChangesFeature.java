package cadran.desktop.changes;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.TableColumns;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableFeature;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is prepared for days to come, and the question it begins with. */
public final class ChangesFeature {
    private static final List<String> COLUMNS =
            List.of("takesEffectOn", "customerId", "state", "restCount", "portOutCount", "preparedById", "description");

    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;
    private final ChangesController controller;

    public ChangesFeature(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        table = new TableController(desk, workspace, ChangeSet.TYPE);
        controller = new ChangesController(desk, workspace, table);
    }

    /** What can be asked about the customer in focus. */
    public List<Command> onCustomer(TableView customers) {
        return table.mayWrite()
                ? List.of(Command.of(
                                "leaving.ask",
                                Feather.HELP_CIRCLE,
                                () -> controller.ask(focused(customers).row()))
                        .onKey(withShift(KeyCode.L))
                        .when(customers.isOnOneRow()))
                : List.of();
    }

    public Feature list() {
        var view = new TableView(desk, workspace, ChangeSet.TYPE, columns());
        view.badge(row -> Badge.of(role(row), desk.texts().compute(() -> state(row))));
        view.beside(new ChangeLines(desk, workspace, controller, table.mayWrite()));
        view.grid().onOpen(controller::showNumbers);
        var commands = new ArrayList<Command>();
        commands.add(view.filter().find());
        commands.addAll(view.viewCommands());
        var ways = new ArrayList<Command>();
        if (table.mayWrite()) {
            var prepare = Command.of("leaving.prepare-one", Feather.PLUS, () -> controller.ask(null))
                    .onKey(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN));
            ways.add(prepare);
            commands.add(prepare);
        }
        var onRow = onRow(view);
        onRow.forEach(view::rowAction);
        commands.addAll(onRow);
        view.whenEmpty(Feather.CALENDAR, ways);
        return new TableFeature(workspace, ChangeSet.TYPE, Feather.CALENDAR, null, view, commands);
    }

    private List<Command> onRow(TableView view) {
        var commands = new ArrayList<Command>();
        commands.add(on(view, "change.show-numbers", Feather.LIST, controller::showNumbers)
                .onKey(withShift(KeyCode.L))
                .when(view.isOnOneRow()));
        if (table.mayWrite()) {
            commands.add(on(view, "change.withdraw", Feather.X_CIRCLE, controller::withdraw)
                    .onKey(withShift(KeyCode.DELETE))
                    .when(isIn(view, ChangeState.PREPARED)));
            commands.add(on(view, "change.again", Feather.ROTATE_CCW, controller::prepareAgain)
                    .when(isIn(view, ChangeState.WITHDRAWN)));
        }
        return commands;
    }

    private static Command on(TableView view, String text, Feather icon, Consumer<GridRow> action) {
        return Command.of(text, icon, () -> action.accept(focused(view)));
    }

    private static BooleanBinding isIn(TableView view, ChangeState state) {
        var focused = view.grid().focusedRowProperty();
        return Bindings.createBooleanBinding(
                        () -> {
                            var row = focused.get();
                            return row != null && state(row.row().text("state")) == state;
                        },
                        focused)
                .and(view.isOnOneRow());
    }

    private static ChangeState state(@Nullable String code) {
        return ChangeState.valueOf(String.valueOf(code));
    }

    private static GridRow focused(TableView view) {
        return Objects.requireNonNull(view.grid().focusedRowProperty().get());
    }

    private static KeyCodeCombination withShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private List<GridColumn<GridRow>> columns() {
        var make = new TableColumns(desk, table, ChangeSet.TYPE);
        return COLUMNS.stream()
                .map(name -> name.equals("state")
                        ? GridColumn.<GridRow>of("state", "field.state", this::state)
                                .width(130)
                                .sortable()
                                .graphic(row -> Badge.dot(role(row)))
                        : make.of(ChangeSet.TYPE.field(name)))
                .toList();
    }

    private String state(GridRow row) {
        return FieldText.shown(desk.texts(), row, ChangeSet.TYPE.field("state"));
    }

    private static String role(GridRow row) {
        return switch (state(row.row().text("state"))) {
            case PREPARED, APPLYING -> "state-waiting";
            case DONE -> "state-good";
            case WITHDRAWN -> "state-off";
        };
    }
}
