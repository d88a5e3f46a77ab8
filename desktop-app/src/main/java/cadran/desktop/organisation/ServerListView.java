package cadran.desktop.organisation;

import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.EmptyState;
import cadran.desktop.ui.FilterBar;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.RowActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A list of the server: search, grid, what can be done with the row in focus, and the row as text beside it. */
final class ServerListView<R> {
    private final ServerDesk server;
    private final String name;
    private final Consumer<Node> head;
    private final Consumer<ObservableValue<String>> counted;
    private final DataGrid<R> grid;
    private final DetailPane detail;
    private final RowActions rowActions;
    private final ServerView view;
    private final List<Command> commands = new ArrayList<>();
    private final boolean isSearched;

    /**
     * @param name first part of its text keys, with the point
     * @param search null where the server can't look for words
     */
    ServerListView(
            ServerDesk server,
            String name,
            List<GridColumn<R>> columns,
            BiPredicate<R, R> same,
            @Nullable Consumer<String> search,
            Runnable reload) {
        this.server = server;
        this.name = name;
        grid = new DataGrid<>(server.desk(), name.substring(0, name.length() - 1), columns, same);
        detail = new DetailPane(server.texts());
        rowActions = new RowActions(server.texts());
        VBox.setVgrow(grid, Priority.ALWAYS);
        Node bar;
        isSearched = search != null;
        if (search == null) {
            var title = new TitleBar(server.texts(), name + "title");
            bar = title;
            head = title::action;
            counted = title::showCount;
        } else {
            var filter = new FilterBar(server.desk(), name + "title", search);
            filter.leadsTo(grid.table());
            commands.add(filter.find());
            bar = filter;
            head = filter::action;
            counted = filter::showCount;
        }
        view = new ServerView(server, bar, new VBox(grid, rowActions), reload);
        commands.add(Command.of("server.reload", Feather.REFRESH_CW, reload).onKey(Keys.RELOAD));
    }

    ServerView view() {
        return view;
    }

    DataGrid<R> grid() {
        return grid;
    }

    DetailPane detail() {
        return detail;
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    /** Draws the detail column, now and whenever another row or language is in front. */
    void describe(Consumer<R> drawn) {
        Consumer<@Nullable R> draw = row -> {
            if (row == null) {
                detail.nothing();
            } else {
                drawn.accept(row);
            }
        };
        grid.focusedRowProperty().subscribe(draw);
        server.texts()
                .languageProperty()
                .subscribe(language -> draw.accept(grid.focusedRowProperty().get()));
    }

    /** The main action of the screen; an empty list offers it, too. */
    void mainAction(Ikon icon, String key, KeyCodeCombination keys, Runnable action) {
        var command = command(key, icon, keys, action);
        head.accept(Buttons.main(server.texts(), command));
        grid.whenEmpty(empty(icon).action(server.texts(), key, command::run));
    }

    /** Something beside the main action that needs no row. */
    void action(Ikon icon, String key, @Nullable KeyCodeCombination keys, Runnable action) {
        var command = command(key, icon, keys, action);
        head.accept(isSearched ? Buttons.icon(server.texts(), command) : Buttons.of(server.texts(), command));
    }

    EmptyState empty(Ikon icon) {
        return new EmptyState(
                icon, server.texts().bind(name + "empty"), server.texts().bind(name + "empty.hint"));
    }

    private Command command(String key, Ikon icon, @Nullable KeyCodeCombination keys, Runnable action) {
        var command = Command.of(key, icon, action).when(view.ready());
        if (keys != null) {
            command = command.onKey(keys);
        }
        commands.add(command);
        return command;
    }

    /** Something done with the row in focus, shown while it can be. */
    void rowAction(Ikon icon, String key, @Nullable KeyCodeCombination keys, Predicate<R> applies, Consumer<R> action) {
        var focused = grid.focusedRowProperty();
        var possible = Bindings.createBooleanBinding(
                () -> {
                    var row = focused.get();
                    return row != null && applies.test(row);
                },
                focused);
        var command = Command.of(key, icon, () -> action.accept(Objects.requireNonNull(focused.get())))
                .when(possible.and(view.ready()));
        if (keys != null) {
            command = command.onKey(keys);
        }
        commands.add(command);
        rowActions.add(command, possible);
    }

    void count(long found) {
        counted.accept(server.texts().compute(() -> server.texts().count(name + "count", found)));
    }
}
