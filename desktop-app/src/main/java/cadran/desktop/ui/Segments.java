package cadran.desktop.ui;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice among two or three, side by side, that takes effect at once. */
public final class Segments<V> extends HBox {
    public Segments(Property<V> property, List<V> all, Function<V, ObservableValue<String>> label) {
        getStyleClass().add("segments");
        var group = new ToggleGroup();
        for (var value : all) {
            var button = new ToggleButton();
            button.textProperty().bind(label.apply(value));
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(
                            value.equals(all.getFirst())
                                    ? Styles.LEFT_PILL
                                    : value.equals(all.getLast()) ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(event -> {
                property.setValue(value);
                // A second click on the chosen one must not leave none chosen.
                button.setSelected(true);
            });
            property.subscribe(now -> button.setSelected(value.equals(now)));
            getChildren().add(button);
        }
    }
}
