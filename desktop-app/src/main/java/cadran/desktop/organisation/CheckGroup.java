package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.CheckGrid;
import cadran.model.problem.Problem;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Boxes to tick with what they are about over them and the problem under them. */
final class CheckGroup<V> extends VBox {
    private static final int COLUMNS = 2;

    private final Texts texts;
    private final CheckGrid<V> grid;
    private final Label problem = new Label();

    CheckGroup(Texts texts, String labelKey) {
        this.texts = texts;
        getStyleClass().add("field");
        var label = new Label();
        label.textProperty().bind(texts.bind(labelKey));
        label.getStyleClass().add("field-label");
        grid = new CheckGrid<>(texts, COLUMNS);
        grid.tickedProperty().subscribe(() -> problem.setVisible(false));
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        getChildren().addAll(label, grid, problem);
    }

    /** @param hintKey what it means, in small under it; null where the name says all */
    void add(V value, ObservableValue<String> name, @Nullable String hintKey, boolean ticked) {
        grid.add(value, name, hintKey, ticked);
    }

    void add(V value, String name, boolean ticked) {
        add(value, new SimpleStringProperty(name), null, ticked);
    }

    List<V> ticked() {
        return grid.ticked();
    }

    /** Shows the problem if nothing is ticked. */
    boolean checkNotEmpty(Problem missing) {
        if (!ticked().isEmpty()) {
            return true;
        }
        show(texts.problem(missing));
        return false;
    }

    void show(String sentence) {
        problem.setText(sentence);
        problem.setVisible(true);
        grid.requestFocus();
    }
}
