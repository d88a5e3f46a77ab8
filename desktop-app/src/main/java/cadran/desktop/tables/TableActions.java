package cadran.desktop.tables;

import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The commands on the rows of one table: button, key, menu and palette share them. */
public final class TableActions {
    private final TableView view;
    private final Command add;
    private final List<Command> all = new ArrayList<>();
    private final List<Command> onRow = new ArrayList<>();
    private final BulkActions onMany;

    public TableActions(TableController controller, TableView view) {
        this(controller, view, controller::add);
    }

    /** @param adding asks for a new row, and tells which it became */
    public TableActions(TableController controller, TableView view, Consumer<Consumer<UUID>> adding) {
        this.view = view;
        onMany = controller.bulk(view);
        String entity = "entity." + controller.type().name();
        add = Command.of(entity + ".add", Feather.PLUS, () -> adding.accept(id -> view.showOnly(id.toString())))
                .onKey(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN));
        all.add(view.filter().find());
        all.addAll(view.viewCommands());
        if (controller.mayWrite()) {
            all.add(add);
            onRow.add(Command.of(entity + ".edit", Feather.EDIT_2, () -> controller.edit(focused()))
                    .inBrief("table.edit")
                    .onKey(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN))
                    .when(isOnRow()));
            if (controller.type().has("active")) {
                onRow.add(Command.of("table.deactivate", Feather.PAUSE, () -> controller.setActive(focused(), false))
                        .when(onActive(true)));
                onRow.add(Command.of("table.activate", Feather.PLAY, () -> controller.setActive(focused(), true))
                        .when(onActive(false)));
            }
            onRow.add(Command.of(entity + ".delete", Feather.TRASH_2, () -> controller.delete(focused()))
                    .inBrief("table.delete")
                    .onKey(new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHORTCUT_DOWN))
                    .when(isOnRow()));
            all.addAll(onRow);
            view.grid().onOpen(controller::edit);
        }
    }

    public Command add() {
        return add;
    }

    public List<Command> all() {
        var commands = new ArrayList<>(all);
        commands.addAll(onMany.all());
        return List.copyOf(commands);
    }

    /**
     * One more command on the selected rows, with its button in the bar.
     *
     * @param key together with Ctrl/⌘ and Shift
     */
    public void onMany(String text, Ikon icon, KeyCode key, Consumer<ManyRows> action) {
        onMany.add(onMany.onMany(text, icon, key, () -> action.accept(onMany)));
    }

    /** A button in the bar for a command that takes one row as well as many. */
    public void alsoOnMany(Command command) {
        onMany.show(command);
    }

    /** What is selected, or the row in focus. */
    public ManyRows selected() {
        return onMany;
    }

    /** What can be done with a row, as far as the user may. */
    public List<Command> onRow() {
        return List.copyOf(onRow);
    }

    private GridRow focused() {
        return java.util.Objects.requireNonNull(view.grid().focusedRowProperty().get());
    }

    private BooleanBinding isOnRow() {
        return view.isOnOneRow();
    }

    private BooleanBinding onActive(boolean active) {
        var focusedRow = view.grid().focusedRowProperty();
        var isOnOneRow = view.isOnOneRow();
        return Bindings.createBooleanBinding(
                () -> {
                    var row = focusedRow.get();
                    return row != null
                            && isOnOneRow.get()
                            && Boolean.valueOf(active).equals(row.row().get("active"));
                },
                focusedRow,
                isOnOneRow);
    }
}
