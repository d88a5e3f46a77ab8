package cadran.desktop.changes;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.Reminder;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.InSight;
import cadran.desktop.tables.LinkBeside;
import cadran.desktop.tables.Refresh;
import cadran.desktop.tables.TableColumns;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableFeature;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.ChangeState;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is prepared for days to come, and the question it begins with. */
public final class ChangesFeature {
    private static final List<String> COLUMNS =
            List.of("takesEffectOn", "customerId", "state", "restCount", "portOutCount", "preparedById", "description");

    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;
    private final ChangesController controller;
    private final ChangeWords words;
    private Runnable redraw = () -> {};
    private final InSight<PreparedChange> standings;

    public ChangesFeature(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        table = new TableController(desk, workspace, ChangeSet.TYPE);
        controller = new ChangesController(desk, workspace, table);
        words = new ChangeWords(desk.texts());
        standings = new InSight<>(desk, this::standings, () -> redraw.run());
    }

    /** Those that need somebody before their day. */
    public static Reminder reminder(Desk desk, Workspace workspace) {
        return ChangesToReview.watched(desk, workspace);
    }

    /** What is prepared for the number in focus, first of all what comes first. */
    public Beside besideNumber() {
        return new LinkBeside(
                desk,
                workspace,
                "change.of-number",
                Set.of(ChangeSet.TYPE, ChangeSetLine.TYPE),
                row -> progress -> waiting(row.row().id()));
    }

    private Optional<LinkBeside.Link> waiting(UUID did) {
        var rows = workspace.rows();
        var lines = rows.pointingTo(ChangeSetLine.TYPE, ChangeSetLine.TYPE.field("didId"), did).stream()
                .map(ChangeSetLine.TYPE::read)
                .collect(Collectors.toMap(ChangeSetLine::changeSetId, Function.identity()));
        return rows.findAll(ChangeSet.TYPE, lines.keySet()).values().stream()
                .map(row -> new Waiting(row, ChangeSet.TYPE.read(row)))
                .filter(waiting -> waiting.set.state() == ChangeState.PREPARED)
                .min(Comparator.comparing(waiting -> waiting.set.takesEffectOn()))
                .map(waiting -> new LinkBeside.Link(
                        waiting.row,
                        new ChangeWords(desk.texts())
                                .waiting(waiting.set, Objects.requireNonNull(lines.get(waiting.set.id())))));
    }

    private record Waiting(Row row, ChangeSet set) {}

    private Map<UUID, PreparedChange> standings(List<Row> sets) {
        return sets.stream()
                .collect(Collectors.toMap(Row::id, row -> PreparedChange.of(row, workspace.rows(), workspace.today())));
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
        redraw = () -> view.grid().reload();
        new Refresh(workspace, Set.of(ChangeSet.TYPE, ChangeSetLine.TYPE, Did.TYPE, Assignment.TYPE), standings::again);
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
            commands.add(on(view, "change.review", Feather.CHECK_SQUARE, controller::review)
                    .onKey(withShift(KeyCode.K))
                    .when(isIn(view, ChangeState.PREPARED)));
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
        var columns = new ArrayList<GridColumn<GridRow>>();
        for (var name : COLUMNS) {
            columns.add(
                    name.equals("state")
                            ? GridColumn.<GridRow>of("state", "field.state", this::state)
                                    .width(130)
                                    .sortable()
                                    .graphic(row -> Badge.dot(role(row)))
                            : make.of(ChangeSet.TYPE.field(name)));
            if (name.equals("state")) {
                columns.add(GridColumn.<GridRow>of("standing", "change.standing", this::standing)
                        .width(190)
                        .graphic(this::sign));
            }
        }
        return columns;
    }

    private String standing(GridRow row) {
        var found = standings.of(row.row());
        return found == null ? "" : words.standing(found);
    }

    /** Where somebody has to look, there is something to be seen. */
    private @Nullable Node sign(GridRow row) {
        var found = standings.of(row.row());
        return found != null && found.needsReview() ? new FontIcon(Feather.ALERT_TRIANGLE) : null;
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
