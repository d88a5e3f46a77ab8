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
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of a screen: its title, the search field (Ctrl/⌘F), the number found, its main actions; under it what the line says. */
public final class FilterBar extends VBox {
    /** A fast typist's pause between two letters. */
    private static final Duration PAUSE = Duration.millis(120);

    private final HBox head = new HBox();
    private final CustomTextField field = new CustomTextField();
    private final Label count = new Label();
    private final FilterChips chips;
    private final Command find;

    public FilterBar(Desk desk, String titleKey, Consumer<String> search) {
        this(desk, titleKey, FilterGrammar.WORDS_ONLY, search);
    }

    public FilterBar(Desk desk, String titleKey, FilterGrammar grammar, Consumer<String> search) {
        var texts = desk.texts();
        getStyleClass().add("filter-bar");
        head.getStyleClass().add("filter-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var title = new Label();
        title.getStyleClass().add("screen-title");
        title.textProperty().bind(texts.bind(titleKey));
        title.setMinWidth(Region.USE_PREF_SIZE);
        field.setId("filter");
        field.setLeft(new FontIcon(Feather.SEARCH));
        var prompt = texts.bind(grammar.equals(FilterGrammar.WORDS_ONLY) ? "filter.prompt" : "filter.prompt.keys");
        field.promptTextProperty().bind(prompt);
        field.accessibleTextProperty().bind(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        count.getStyleClass().add("filter-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().addAll(title, field, count);
        chips = new FilterChips(texts, grammar, field);
        getChildren().addAll(head, chips);
        new FilterSuggestions(desk, grammar, field);
        var pause = new PauseTransition(PAUSE);
        pause.setOnFinished(event -> search.accept(query()));
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
        head.getChildren().add(button);
        return this;
    }

    public String query() {
        return field.getText().strip();
    }

    /** Says again what the line means. */
    public void explainAgain() {
        chips.show();
    }

    /** As if somebody typed it. */
    public void type(String line) {
        field.setText(line);
        field.end();
    }
}
