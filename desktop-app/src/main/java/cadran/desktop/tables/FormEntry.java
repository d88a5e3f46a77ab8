package cadran.desktop.tables;

import cadran.desktop.ui.Form;
import cadran.model.problem.Problem;
import javafx.scene.Node;

/** What is asked in one form, which checks it and shows what is wrong. */
public interface FormEntry extends Entry {
    Form form();

    @Override
    default Node node() {
        return form();
    }

    @Override
    default boolean check() {
        return form().check();
    }

    @Override
    default void show(Problem problem) {
        form().show(problem);
    }
}
