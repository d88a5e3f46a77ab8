package cadran.desktop.ui;

import cadran.desktop.platform.Latest;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Offers how a filter line can go on. Tab takes the first; Enter and Down belong to the list below until somebody goes
 * into the offer with Down: who types a word and Enter means the word.
 */
final class FilterSuggestions {
    private static final int MOST = 10;

    private final FilterGrammar grammar;
    private final TextField field;
    private final Latest search;
    private final Dropdown<Suggestion> dropdown;

    FilterSuggestions(Desk desk, FilterGrammar grammar, TextField field) {
        this.grammar = grammar;
        this.field = field;
        search = desk.background().latest("work.search");
        dropdown = new Dropdown<>(desk, field, this::take);
        dropdown.list().setCellFactory(list -> new SuggestionCell());
        // While the text changes the caret still stands where it was.
        field.textProperty().subscribe((before, now) -> Platform.runLater(this::ask));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                dropdown.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void ask() {
        String line = field.getText();
        int caret = field.getCaretPosition();
        search.run(progress -> grammar.suggestions(line, caret, MOST), found -> show(line, caret, found));
    }

    private void show(String line, int caret, List<Suggestion> found) {
        boolean isMeant = field.isFocused()
                && field.getScene() != null
                && field.getText().equals(line)
                && field.getCaretPosition() == caret
                && found.stream().anyMatch(suggestion -> suggestion.changes(line));
        dropdown.offer(isMeant ? found : List.of());
        dropdown.list().getSelectionModel().clearSelection();
    }

    private void pressed(KeyEvent event) {
        if (!dropdown.isShowing()) {
            return;
        }
        var highlighted = dropdown.highlighted();
        switch (event.getCode()) {
            case DOWN, UP -> dropdown.highlight(event.getCode() == KeyCode.DOWN ? 1 : -1);
            case TAB -> take(highlighted.orElse(dropdown.list().getItems().getFirst()));
            case ENTER -> {
                dropdown.hide();
                if (highlighted.isEmpty()) {
                    return;
                }
                take(highlighted.get());
            }
            case ESCAPE -> dropdown.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take(Suggestion suggestion) {
        dropdown.hide();
        // In the middle of a line the space behind a value is there already.
        boolean isSpaced = suggestion.text().endsWith(" ") && field.getText().startsWith(" ", suggestion.to());
        field.replaceText(suggestion.from(), suggestion.to() + (isSpaced ? 1 : 0), suggestion.text());
        field.positionCaret(suggestion.from() + suggestion.text().length());
    }

    private static final class SuggestionCell extends ListCell<Suggestion> {
        @Override
        protected void updateItem(Suggestion suggestion, boolean empty) {
            super.updateItem(suggestion, empty);
            setText(empty || suggestion == null ? null : suggestion.label());
        }
    }
}
