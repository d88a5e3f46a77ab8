package cadran.desktop.organisation;

import cadran.desktop.platform.Lane;
import cadran.desktop.platform.Work;
import cadran.desktop.ui.Modal;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;

/** Shows questions over the window until the server took the answers; what it refuses is shown where it is wrong. */
final class QuestionsPane {
    private QuestionsPane() {}

    /** @param work made from the answers, on the UI thread, once they are right */
    static <T> void show(
            ServerDesk server,
            String titleKey,
            String verbKey,
            Questions questions,
            Supplier<Work<T>> work,
            Consumer<T> done) {
        var desk = server.desk();
        var modal = new Modal(desk.texts(), desk.texts().bind(titleKey), questions.node());
        // While the server works, a second Enter must not ask for the same thing again.
        var possible = new SimpleBooleanProperty(true);
        modal.cancel("action.cancel", () -> desk.modals().close(modal)).main(verbKey, possible, () -> {
            if (!questions.check()) {
                return;
            }
            possible.set(false);
            desk.background()
                    .run(
                            Lane.READERS,
                            "work.server",
                            work.get(),
                            answer -> {
                                desk.modals().close(modal);
                                done.accept(answer);
                            },
                            problem -> {
                                possible.set(true);
                                questions.show(server.wording().inWords(problem));
                            });
        });
        desk.modals().show(modal);
    }
}
