package cadran.desktop.tables;

import cadran.model.problem.Problem;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What a pane asks for before a row is saved. */
public interface Entry {
    Node node();

    /** Whether everything is right; if not, the problems are shown. */
    boolean check();

    /** Of the row's fields, once everything is right; a pane that asks for something else has none. */
    default Map<String, @Nullable Object> values() {
        return Map.of();
    }

    void show(Problem problem);

    /** Whether saving it takes something away: the pane's main button says so by its colour. */
    default boolean takesAway() {
        return false;
    }

    /** Whether it can be saved at all; until then the pane's main button is out of reach. */
    default ObservableBooleanValue possible() {
        return new SimpleBooleanProperty(true);
    }
}
