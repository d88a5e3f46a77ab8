package cadran.desktop.ui;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/**
 * What a pane shows between its title and its buttons: as high as it needs at its width, also when problems appear in
 * it, and with a scroll bar at the pane's edge only where the window is too low.
 */
final class ModalBody extends ScrollPane {
    private final StackPane content;

    ModalBody(Node body) {
        content = new StackPane(body);
        content.getStyleClass().add("modal-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("modal-scroll");
        // The first input shall have the focus, not the pane around it.
        setFocusTraversable(false);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1);
    }

    /** Asked at its width: texts that wrap are higher than JavaFX's own answer, which leaves the width open. */
    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(content.prefHeight(content.prefWidth(-1)));
    }
}
