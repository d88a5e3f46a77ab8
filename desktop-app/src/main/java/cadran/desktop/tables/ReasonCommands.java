package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.Modal;
import cadran.model.organisations.Permission;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** One reason for all edits until it is cleared, so that who works through an order doesn't type it at each row. */
public final class ReasonCommands {
    private final Desk desk;
    private final Workspace workspace;
    private final StringProperty shown;

    /** @param shown what the window tells of it, empty for no reason */
    public ReasonCommands(Desk desk, Workspace workspace, StringProperty shown) {
        this.desk = desk;
        this.workspace = workspace;
        this.shown = shown;
    }

    /** None for those who only read. */
    public List<Command> all() {
        if (!workspace.may(Permission.INVENTORY_WRITE)) {
            return List.of();
        }
        return List.of(
                Command.of("edit.reason", Feather.MESSAGE_SQUARE, this::ask)
                        .onKey(new KeyCodeCombination(KeyCode.J, KeyCombination.SHORTCUT_DOWN)),
                Command.of("edit.reason.clear", Feather.X, () -> keep(""))
                        .onKey(new KeyCodeCombination(
                                KeyCode.J, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))
                        .when(shown.isNotEmpty()));
    }

    private void ask() {
        var form = new Form(desk);
        var hint = new Label();
        hint.textProperty().bind(desk.texts().bind("edit.reason.hint"));
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        var reason = form.reason("edit.reason.field", shown.get());
        form.add(hint);
        var modal = new Modal(desk.texts(), desk.texts().bind("edit.reason.title"), form);
        Runnable close = () -> desk.modals().close(modal);
        modal.cancel("action.cancel", close).main("edit.reason.keep", new SimpleBooleanProperty(true), () -> {
            if (form.check()) {
                close.run();
                keep(reason.value());
            }
        });
        desk.modals().show(modal);
    }

    /** Behind the edits that were made before, which wait on the same lane. */
    private void keep(String reason) {
        shown.set(reason);
        desk.background()
                .write(
                        "work.save",
                        progress -> {
                            workspace.edits().because(reason);
                            return reason;
                        },
                        kept -> {});
    }
}
