package cadran.desktop.tables;

import cadran.model.problem.Problem;
import java.util.Map;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What a pane asks for before a row is saved. */
public interface Entry {
    Node node();

    /** Whether everything is right; if not, the problems are shown. */
    boolean check();

    /** Of the row's fields, once everything is right. */
    Map<String, @Nullable Object> values();

    void show(Problem problem);
}
