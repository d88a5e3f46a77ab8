package cadran.desktop.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;

/** The list under a text field while something is typed. The field keeps the keyboard. */
final class Dropdown<T> {
    private static final double LEAST_WIDTH = 260;

    private final TextField field;
    private final ListView<T> list = new ListView<>();
    private final Popup popup = new Popup();

    /** @param clicked told what somebody took with the mouse */
    Dropdown(Desk desk, TextField field, Consumer<T> clicked) {
        this.field = field;
        list.getStyleClass().add("choice-list");
        list.setFocusTraversable(false);
        list.fixedCellSizeProperty().bind(desk.look().rowHeightProperty());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                highlighted().ifPresent(clicked);
            }
        });
        popup.getContent().add(list);
        popup.setAutoHide(true);
        // A click beside it is meant for what is there.
        popup.setConsumeAutoHidingEvents(false);
    }

    ListView<T> list() {
        return list;
    }

    /** Nothing to offer hides it. */
    void offer(List<T> found) {
        list.getItems().setAll(found);
        if (found.isEmpty()) {
            popup.hide();
            return;
        }
        list.setPrefHeight(found.size() * list.getFixedCellSize() + 4);
        list.setPrefWidth(Math.max(field.getWidth(), LEAST_WIDTH));
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        if (!popup.isShowing() && place != null) {
            popup.show(field, place.getMinX(), place.getMaxY() + 2);
        }
    }

    void hide() {
        popup.hide();
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void highlightFirst() {
        list.getSelectionModel().selectFirst();
    }

    /** Down with 1, up with -1. */
    void highlight(int step) {
        int next = Math.clamp(
                list.getSelectionModel().getSelectedIndex() + step,
                0,
                list.getItems().size() - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(next);
    }

    Optional<T> highlighted() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }
}
