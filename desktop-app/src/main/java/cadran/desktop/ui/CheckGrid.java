package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Several of a few, all shown as boxes to tick, in columns. */
public final class CheckGrid<V> extends GridPane {
    private final Texts texts;
    private final int columns;
    private final Map<V, CheckBox> boxes = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<V>> ticked = new ReadOnlyObjectWrapper<>(List.of());

    public CheckGrid(Texts texts, int columns) {
        this.texts = texts;
        this.columns = columns;
        getStyleClass().add("check-group");
        for (int i = 0; i < columns; i++) {
            var share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(share);
        }
    }

    /** @param hintKey what it means, in small under it; null where the name says all */
    public void add(V value, ObservableValue<String> name, @Nullable String hintKey, boolean isTicked) {
        var box = new CheckBox();
        box.textProperty().bind(name);
        box.setId("check-" + value);
        box.setWrapText(true);
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
        add(cell, index % columns, index / columns);
        boxes.put(value, box);
        box.setSelected(isTicked);
        box.selectedProperty().subscribe(selected -> ticked.set(all()));
    }

    private List<V> all() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A box would take Enter for a click; in a pane it does the main action, and Space ticks. */
    private void passEnterOn(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            fireEvent(event.copyFor(this, this));
        }
    }

    public List<V> ticked() {
        return ticked.get();
    }

    public ReadOnlyObjectProperty<List<V>> tickedProperty() {
        return ticked.getReadOnlyProperty();
    }

    /** The first box's: the grid itself can't be typed into. */
    @Override
    public void requestFocus() {
        boxes.values().stream().findFirst().ifPresent(CheckBox::requestFocus);
    }
}
