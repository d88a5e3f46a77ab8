package cadran.desktop.organisation;

import cadran.desktop.ui.Modal;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * A code or key that is shown this one time. Enter copies it and nothing else, so that an Enter too many on the pane
 * before doesn't close this one unread.
 */
final class OneTimePane {
    private OneTimePane() {}

    /** @param explanation for whom it is, what it opens and until when */
    static void show(ServerDesk server, String titleKey, String explanation, String secret) {
        var desk = server.desk();
        var text = new Label(explanation);
        text.setWrapText(true);
        text.getStyleClass().add("modal-text");
        var shown = new TextField(secret);
        shown.setId("one-time");
        shown.setEditable(false);
        shown.getStyleClass().add("one-time");
        shown.accessibleTextProperty().bind(desk.texts().bind(titleKey));
        var state = new Label();
        state.setId("one-time-state");
        state.setWrapText(true);
        state.getStyleClass().add("empty-hint");
        state.textProperty().bind(desk.texts().bind("one-time.once"));
        var body = new VBox(text, shown, state);
        body.getStyleClass().add("modal-body");
        var modal = new Modal(desk.texts(), desk.texts().bind(titleKey), body);
        modal.cancel("one-time.close", () -> desk.modals().close(modal))
                .main("one-time.copy", new SimpleBooleanProperty(true), () -> {
                    desk.clipboard().put(secret);
                    state.textProperty().unbind();
                    state.textProperty().bind(desk.texts().bind("one-time.copied"));
                });
        desk.modals().show(modal);
        shown.selectAll();
    }
}
