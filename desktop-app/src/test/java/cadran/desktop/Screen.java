package cadran.desktop;

import cadran.desktop.ui.Desk;
import javafx.scene.Node;

/**
 * A picture of {@link Shots}.
 *
 * @param name of the file, in lower case with dashes
 */
public record Screen(String name, Opening opening, Then then) {
    /** Makes the window's content, on the UI thread; the desk's language and theme are already chosen. */
    @FunctionalInterface
    public interface Opening {
        Node open(Desk desk, Shots shots) throws Exception;
    }

    /** Brings it into the state to be shown, off the UI thread: types keys, opens a pane. */
    @FunctionalInterface
    public interface Then {
        void act(Desk desk, Shots shots) throws Exception;
    }

    public static Screen of(String name, Opening opening) {
        return new Screen(name, opening, (desk, shots) -> {});
    }

    public Screen then(Then act) {
        return new Screen(name, opening, act);
    }
}
