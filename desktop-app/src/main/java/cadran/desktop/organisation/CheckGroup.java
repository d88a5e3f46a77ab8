package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Several of a few, all shown as boxes to tick in two columns, with the problem under them. */
final class CheckGroup<V> extends VBox {
    private final Texts texts;
    private final Map<V, CheckBox> boxes = new LinkedHashMap<>();
    private final GridPane grid = new GridPane();
    private final Label problem = new Label();

    CheckGroup(Texts texts, String labelKey) {
        this.texts = texts;
        getStyleClass().add("field");
        var label = new Label();
        label.textProperty().bind(texts.bind(labelKey));
        label.getStyleClass().add("field-label");
        grid.getStyleClass().add("check-group");
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        getChildren().addAll(label, grid, problem);
    }

    /** @param hintKey what it means, in small under it; null where the name says all */
    void add(V value, ObservableValue<String> name, @Nullable String hintKey, boolean ticked) {
        var box = new CheckBox();
        box.textProperty().bind(name);
        box.setId("check-" + value);
        box.setWrapText(true);
        box.setSelected(ticked);
        box.selectedProperty().subscribe(() -> problem.setVisible(false));
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::passEnterOn);
        var cell = new VBox(box);
        if (hintKey != null) {
            var hint = new Label();
            hint.textProperty().bind(texts.bind(hintKey));
            hint.getStyleClass().add("check-hint");
            hint.setWrapText(true);
            box.accessibleHelpProperty().bind(hint.textProperty());
            cell.getChildren().add(hint);
        }
        int index = boxes.size();
        grid.add(cell, index % 2, index / 2);
        boxes.put(value, box);
    }

    /** A box would take Enter for a click; in a pane it does the main action, and Space ticks. */
    private void passEnterOn(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            fireEvent(event.copyFor(this, this));
        }
    }

    void add(V value, String name, boolean ticked) {
        add(value, new SimpleStringProperty(name), null, ticked);
    }

    List<V> ticked() {
        var ticked = new ArrayList<V>();
        boxes.forEach((value, box) -> {
            if (box.isSelected()) {
                ticked.add(value);
            }
        });
        return List.copyOf(ticked);
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
        boxes.values().stream().findFirst().ifPresent(CheckBox::requestFocus);
    }
}
