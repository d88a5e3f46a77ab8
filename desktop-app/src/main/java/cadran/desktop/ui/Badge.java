package cadran.desktop.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;

/** A coloured dot and a word: the colour is never the only sign. */
public final class Badge {
    private Badge() {}

    /** @param role style class that gives the dot its colour, such as {@code status-available} */
    public static Label of(String role, ObservableValue<String> word) {
        var label = new Label(null, dot(role));
        label.textProperty().bind(word);
        label.getStyleClass().add("badge");
        return label;
    }

    /** Only the dot, for a cell whose text says the word. */
    public static Node dot(String role) {
        var dot = new Circle(4.5);
        dot.getStyleClass().addAll("badge-dot", role);
        return dot;
    }
}
