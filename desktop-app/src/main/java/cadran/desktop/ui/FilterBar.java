package cadran.desktop.ui;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of a screen: its title, the search field (Ctrl/⌘F), the number found, and its main actions. */
public final class FilterBar extends HBox {
    /** A fast typist's pause between two letters. */
    private static final Duration PAUSE = Duration.millis(120);

    private final CustomTextField field = new CustomTextField();
    private final Label count = new Label();
    private final Command find;

    public FilterBar(Desk desk, String titleKey, Consumer<String> search) {
        var texts = desk.texts();
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        var title = new Label();
        title.getStyleClass().add("screen-title");
        title.textProperty().bind(texts.bind(titleKey));
        title.setMinWidth(Region.USE_PREF_SIZE);
        field.setId("filter");
        field.setLeft(new FontIcon(Feather.SEARCH));
        field.promptTextProperty().bind(texts.bind("filter.prompt"));
        field.accessibleTextProperty().bind(texts.bind("filter.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        count.getStyleClass().add("filter-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(title, field, count);
        var pause = new PauseTransition(PAUSE);
        pause.setOnFinished(event -> search.accept(field.getText().strip()));
        field.textProperty().subscribe((before, now) -> pause.playFromStart());
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        find = Command.of("filter.find", Feather.SEARCH, () -> {
                    field.requestFocus();
                    field.selectAll();
                })
                .onKey(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN));
    }

    /** For the feature's commands: takes the keyboard to the search field. */
    public Command find() {
        return find;
    }

    /** Down from the search field goes here. */
    public void leadsTo(Node below) {
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                below.requestFocus();
                event.consume();
            }
        });
    }

    public void showCount(ObservableValue<String> words) {
        count.textProperty().bind(words);
    }

    public FilterBar action(Node button) {
        getChildren().add(button);
        return this;
    }

    public String query() {
        return field.getText().strip();
    }
}
