package cadran.desktop.organisation;

import cadran.desktop.ui.Form;
import cadran.model.problem.Problem;
import javafx.scene.Node;

/** What a pane asks before something is done on the server. */
interface Questions {
    Node node();

    /** Whether everything is right; if not, the problems are shown. */
    boolean check();

    void show(Problem problem);

    static Questions of(Form form) {
        return new Questions() {
            @Override
            public Node node() {
                return form;
            }

            @Override
            public boolean check() {
                return form.check();
            }

            @Override
            public void show(Problem problem) {
                form.show(problem);
            }
        };
    }
}
