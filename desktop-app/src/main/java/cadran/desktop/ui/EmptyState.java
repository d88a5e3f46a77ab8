package cadran.desktop.ui;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where nothing can be shown: what is the case, why, and the next step. */
public final class EmptyState extends VBox {
    public EmptyState(Ikon icon, ObservableValue<String> title, ObservableValue<String> hint) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var heading = new Label();
        heading.getStyleClass().add("empty-title");
        heading.textProperty().bind(title);
        heading.setWrapText(true);
        var explanation = new Label();
        explanation.getStyleClass().add("empty-hint");
        explanation.textProperty().bind(hint);
        explanation.setWrapText(true);
        getChildren().addAll(new FontIcon(icon), heading, explanation);
    }

    public EmptyState action(Texts texts, String textKey, Runnable action) {
        var button = new Button();
        button.textProperty().bind(texts.bind(textKey));
        // One way is the main one; others stand back.
        if (getChildren().stream().noneMatch(Button.class::isInstance)) {
            button.getStyleClass().add(Styles.ACCENT);
        }
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return this;
    }
}
