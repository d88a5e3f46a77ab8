package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import cadran.model.problem.Problem;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** What is wrong, in the user's words; takes no room while nothing is. */
public final class ProblemLine extends Label {
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>(null);

    public ProblemLine(Texts texts, String role) {
        getStyleClass().add(role);
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        visibleProperty().bind(problem.isNotNull());
        managedProperty().bind(visibleProperty());
        textProperty()
                .bind(texts.compute(
                        () -> {
                            var found = problem.get();
                            return found == null ? "" : texts.problem(found);
                        },
                        problem));
    }

    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }
}
