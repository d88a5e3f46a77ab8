package cadran.desktop.tables;

import cadran.desktop.edit.Edited;
import cadran.desktop.edit.Edits;
import cadran.desktop.platform.Lane;
import cadran.desktop.platform.Work;
import cadran.desktop.store.EditLabel;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Undo and redo over all features: each says what it took back. */
public final class UndoCommands {
    private final Desk desk;
    private final Edits edits;

    public UndoCommands(Desk desk, Edits edits) {
        this.desk = desk;
        this.edits = edits;
    }

    public List<Command> all() {
        var history = edits.history();
        return List.of(
                command("edit.undo", Feather.CORNER_UP_LEFT, history::undoLabel, progress -> edits.undo())
                        .onKey(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN)),
                command("edit.redo", Feather.CORNER_UP_RIGHT, history::redoLabel, progress -> edits.redo())
                        .onKey(new KeyCodeCombination(
                                KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)));
    }

    private Command command(String key, Ikon icon, Supplier<@Nullable EditLabel> next, Work<Edited> work) {
        BooleanProperty possible = new SimpleBooleanProperty(next.get() != null);
        edits.history().onChange(() -> Platform.runLater(() -> possible.set(next.get() != null)));
        return Command.of(
                        key,
                        icon,
                        () -> desk.background()
                                .run(
                                        Lane.WRITER,
                                        "work.save",
                                        work,
                                        done -> desk.toasts().show(EditText.of(desk.texts(), done.label())),
                                        problem ->
                                                desk.toasts().show(desk.texts().problem(problem))))
                .when(possible);
    }
}
