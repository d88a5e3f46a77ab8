package cadran.desktop.shell;

import javafx.beans.value.ObservableIntegerValue;
import org.kordamp.ikonli.Ikon;

/**
 * Something of the user's that will soon need them, at the foot of the window; nothing stands there while there is none.
 *
 * @param text key of how many of what there are
 * @param open shows them
 */
public record Reminder(String text, Ikon icon, ObservableIntegerValue count, Runnable open) {}
