package cadran.desktop.dashboard;

import cadran.desktop.i18n.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A part of the home screen: its title, what must be known to read it, and its content. */
final class Block extends VBox {
    private final HBox head;
    private final Label note = new Label();
    private final Label sum = new Label();

    Block(Texts texts, String titleKey, Node content) {
        getStyleClass().add("dash-block");
        var title = new Label();
        title.textProperty().bind(texts.bind(titleKey));
        title.getStyleClass().add("dash-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        sum.getStyleClass().addAll("dash-sum", "number");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(title, gap, sum);
        head.getStyleClass().add("dash-head");
        head.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("dash-note");
        note.setWrapText(true);
        note.managedProperty().bind(note.visibleProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        getChildren().addAll(head, note, content);
    }

    Block beside(Node control) {
        head.getChildren().add(control);
        return this;
    }

    void note(String text) {
        note.setText(text);
    }

    void sum(String text) {
        sum.setText(text);
    }
}
