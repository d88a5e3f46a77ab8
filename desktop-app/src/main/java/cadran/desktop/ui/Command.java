package cadran.desktop.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCodeCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * Something the user can do, once: menu item, button, key and palette entry all share it, and whether it can be done now.
 *
 * @param text key of its name, which is its identity too
 * @param brief key of its name where the list over it says already of what
 * @param key a key code: character combinations depend on the keyboard's layout and fail on some platforms
 */
public record Command(
        String text,
        String brief,
        Ikon icon,
        @Nullable KeyCodeCombination key,
        ObservableBooleanValue executable,
        Runnable action) {

    public static Command of(String text, Ikon icon, Runnable action) {
        return new Command(text, text, icon, null, Bindings.createBooleanBinding(() -> true), action);
    }

    public Command inBrief(String name) {
        return new Command(text, name, icon, key, executable, action);
    }

    public Command onKey(KeyCodeCombination combination) {
        return new Command(text, brief, icon, combination, executable, action);
    }

    public Command when(ObservableBooleanValue possible) {
        return new Command(text, brief, icon, key, possible, action);
    }

    /** Does it, if it can be done now; tells whether it was. */
    public boolean run() {
        if (!executable.get()) {
            return false;
        }
        action.run();
        return true;
    }
}
