package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import cadran.desktop.platform.SystemTextClipboard;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Something happened that nobody expected: what it means for the user, and a short code for support. */
public final class ErrorPane {
    private ErrorPane() {}

    public static void show(Texts texts, Modals modals, String code) {
        var explanation = new Label();
        explanation.textProperty().bind(texts.bind("error.explanation"));
        explanation.setWrapText(true);
        explanation.getStyleClass().add("modal-text");
        var shown = new Label(code);
        shown.setId("error-code");
        shown.getStyleClass().add("error-code");
        shown.accessibleTextProperty().bind(texts.bind("error.code", "code", code));
        var body = new VBox(explanation, shown);
        body.getStyleClass().add("modal-body");
        var modal = new Modal(texts, texts.bind("error.title"), body);
        modal.other("error.copy", () -> new SystemTextClipboard().put(code))
                .only("error.continue", () -> modals.close(modal));
        modals.show(modal);
    }
}
