package cadran.desktop.dashboard;

import cadran.desktop.i18n.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One of the figures that everybody looks for first; a button that opens what it counts. */
final class Figure extends Button {
    private final Texts texts;
    private final String nameKey;
    private final Label value = new Label();
    private final Label beside = new Label();

    Figure(Texts texts, String id, String nameKey) {
        this.texts = texts;
        this.nameKey = nameKey;
        setId(id);
        getStyleClass().add("dash-figure");
        var name = new Label();
        name.textProperty().bind(texts.bind(nameKey));
        name.getStyleClass().add("dash-figure-name");
        value.getStyleClass().add("dash-figure-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        beside.getStyleClass().add("dash-note");
        beside.setTextOverrun(OverrunStyle.ELLIPSIS);
        setGraphic(new VBox(name, value, beside));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                fire();
                event.consume();
            }
        });
    }

    void show(String figure, String note) {
        value.setText(figure);
        beside.setText(note);
        var told = texts.get("detail.line", "name", texts.get(nameKey), "value", figure);
        setAccessibleText(note.isEmpty() ? told : told + " (" + note + ")");
    }
}
