package cadran.desktop.shell;

import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands by their keys: the front feature's before the window's own. The control in focus has the first word,
 * and while a pane is open none of them work.
 */
final class ShellKeys {
    private final Desk desk;
    private final ShellView shell;

    ShellKeys(Desk desk, ShellView shell) {
        this.desk = desk;
        this.shell = shell;
        shell.sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
                scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (isCovered()) {
            return;
        }
        boolean typing = isTyping();
        commands()
                .filter(command -> matches(command.key(), event, typing))
                // One key may do the same to a row or to many, which are two commands.
                .filter(command -> command.executable().get())
                .findFirst()
                .ifPresent(command -> {
                    if (command.run()) {
                        event.consume();
                    }
                });
    }

    /** As a character and not as a key: on a French keyboard "?" is a shifted comma. */
    private void typed(KeyEvent event) {
        if (!isCovered() && !isTyping() && event.getCharacter().equals("?")) {
            KeySheet.show(desk, shell);
            event.consume();
        }
    }

    private boolean isCovered() {
        return desk.modals().openProperty().get() || shell.getScene() == null;
    }

    private boolean isTyping() {
        return shell.getScene().getFocusOwner() instanceof TextInputControl;
    }

    private Stream<Command> commands() {
        var front = shell.front();
        return Stream.concat(front == null ? Stream.empty() : front.commands().stream(), shell.ownCommands().stream());
    }

    private static boolean matches(@Nullable KeyCodeCombination key, KeyEvent event, boolean typing) {
        if (key == null || !(key.match(event) || isSign(key, event))) {
            return false;
        }
        boolean isLetter = key.getShortcut() != ModifierValue.DOWN
                && key.getControl() != ModifierValue.DOWN
                && key.getAlt() != ModifierValue.DOWN
                && !key.getCode().isFunctionKey();
        return !(typing && isLetter);
    }

    /** "+" is a shifted "=" on most keyboards, "-" a "6" on a French one, and the number pad has both. */
    private static boolean isSign(KeyCodeCombination key, KeyEvent event) {
        boolean shortcut = key.getShortcut() == ModifierValue.DOWN && event.isShortcutDown() && !event.isAltDown();
        return shortcut
                && switch (key.getCode()) {
                    case PLUS -> isOne(event, "+", KeyCode.EQUALS, KeyCode.ADD);
                    case MINUS -> isOne(event, "-", KeyCode.SUBTRACT);
                    default -> false;
                };
    }

    private static boolean isOne(KeyEvent event, String text, KeyCode... codes) {
        return event.getText().equals(text) || List.of(codes).contains(event.getCode());
    }
}
