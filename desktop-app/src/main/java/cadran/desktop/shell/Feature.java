package cadran.desktop.shell;

import cadran.desktop.ui.Command;
import cadran.model.organisations.Permission;
import java.util.List;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** A part of the program as the shell sees it: an entry of the navigation, a view, commands. */
public interface Feature {
    /** Stable and never shown: settings and links remember it. */
    String id();

    String titleKey();

    Ikon icon();

    /** Key of the heading it stands under in the navigation; null stands on top. */
    default @Nullable String groupKey() {
        return null;
    }

    /** Without this right it doesn't appear. */
    default @Nullable Permission permission() {
        return null;
    }

    /** Called once, when first opened: building every view at the start doubled the start time. */
    Node view();

    /** What the detail column shows beside the view, if it shows something; called once, after {@link #view()}. */
    default @Nullable Node detail() {
        return null;
    }

    /** Their keys work while this feature is shown; the palette lists them always. */
    default List<Command> commands() {
        return List.of();
    }

    /** What the palette finds here besides commands. */
    default @Nullable SearchSource search() {
        return null;
    }

    /** How many things wait here for the user; shown beside the entry in the navigation while it isn't zero. */
    default @Nullable ObservableIntegerValue waiting() {
        return null;
    }

    /** Each time it comes to the front, after its view was built: the moment to load and to take the focus. */
    default void onShow() {}

    /** Brings one object to the front, after {@link #onShow()}. */
    default void open(String objectId) {}

    /** Shows what the line of its filter finds, after {@link #onShow()}. */
    default void find(String line) {}
}
