package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;

/** One question before something that can't be undone. */
public final class Confirm {
    private final Texts texts;
    private final Modals modals;

    public Confirm(Texts texts, Modals modals) {
        this.texts = texts;
        this.modals = modals;
    }

    /**
     * @param question what will happen and what it breaks, in full sentences
     * @param verbKey what the confirming button says: a verb, never "OK"
     * @param confirmed runs on the UI thread when the user says so; otherwise nothing happens
     */
    public void ask(String title, String question, String verbKey, Runnable confirmed) {
        var body = new Label(question);
        body.setWrapText(true);
        body.getStyleClass().add("modal-text");
        var modal = new Modal(texts, new SimpleStringProperty(title), body);
        modal.cancel("action.cancel", () -> modals.close(modal)).dangerous(verbKey, () -> {
            modals.close(modal);
            confirmed.run();
        });
        modals.show(modal);
    }
}
