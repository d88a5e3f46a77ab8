package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The head of a screen without search: its title, how many there are, its main actions. */
final class TitleBar extends HBox {
    private final Label count = new Label();

    TitleBar(Texts texts, String titleKey) {
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        var title = new Label();
        title.getStyleClass().add("screen-title");
        title.textProperty().bind(texts.bind(titleKey));
        title.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("filter-count");
        count.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(title, count, space);
    }

    void showCount(ObservableValue<String> words) {
        count.textProperty().bind(words);
    }

    void action(Node button) {
        getChildren().add(button);
    }
}
