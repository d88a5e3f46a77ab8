package cadran.desktop.organisation;

import cadran.model.auth.Consent;
import cadran.model.auth.ConsentDocument;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * One document and what the user said to it. A required one can be agreed to when its text is new but not taken back
 * here: there is no account without it. Every change of mind takes effect at once.
 */
final class ConsentLine {
    private final ServerDesk server;
    private final ServerView view;
    private final ConsentDocument document;
    private final CheckBox box = new CheckBox();
    private final Label state = new Label();

    ConsentLine(ServerDesk server, ServerView view, ConsentDocument document, Optional<Consent> last) {
        this.server = server;
        this.view = view;
        this.document = document;
        var texts = server.texts();
        box.setId("consent-" + document.name().toLowerCase(Locale.ROOT));
        box.textProperty()
                .bind(texts.bind("redeem." + document.name().toLowerCase(Locale.ROOT)));
        box.setWrapText(true);
        state.getStyleClass().add("check-hint");
        box.accessibleHelpProperty().bind(state.textProperty());
        show(last);
        box.setOnAction(event -> say(box.isSelected()));
    }

    Node node() {
        var line = new HBox(box, state);
        line.getStyleClass().add("settings-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private void show(Optional<Consent> last) {
        boolean granted = last.filter(Consent::granted)
                .filter(consent -> consent.version().equals(document.version()))
                .isPresent();
        box.setSelected(granted);
        box.setDisable(granted && document.isRequired());
        var key = granted ? "consent.granted" : last.isPresent() ? "consent.not-this-version" : "consent.none";
        state.textProperty()
                .bind(server.texts().bind(key, "version", document.version()));
    }

    private void say(boolean granted) {
        var before = Optional.of(new Consent(document, document.version(), !granted));
        var consent = new Consent(document, document.version(), granted);
        view.act(
                progress -> ServerAnswer.done(server.auth().consent(consent)),
                done -> show(Optional.of(consent)),
                problem -> {
                    show(before);
                    view.tell(problem);
                });
    }
}
