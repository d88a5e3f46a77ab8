package cadran.desktop.organisation;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The same keys for the same things on every screen. */
final class Keys {
    static final KeyCodeCombination ADD = shortcut(KeyCode.N);
    static final KeyCodeCombination EDIT = shortcut(KeyCode.E);
    static final KeyCodeCombination REMOVE = shortcut(KeyCode.DELETE);
    static final KeyCodeCombination SAVE = shortcut(KeyCode.S);
    static final KeyCodeCombination RELOAD = new KeyCodeCombination(KeyCode.F5);

    private Keys() {}

    static KeyCodeCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCodeCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
