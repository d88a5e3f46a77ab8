package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The conditions that stand in a filter line, each in a person's words and with a way to take it out. */
final class FilterChips extends FlowPane {
    private final Texts texts;
    private final FilterGrammar grammar;
    private final TextField field;

    FilterChips(Texts texts, FilterGrammar grammar, TextField field) {
        this.texts = texts;
        this.grammar = grammar;
        this.field = field;
        getStyleClass().add("filter-chips");
        managedProperty().bind(visibleProperty());
        field.textProperty().subscribe(line -> show());
        texts.languageProperty().subscribe(language -> show());
    }

    /** Anew: what a condition means may have changed. */
    void show() {
        var chips = grammar.chips(field.getText());
        getChildren().setAll(chips.stream().map(this::chip).toList());
        setVisible(!chips.isEmpty());
        field.setAccessibleHelp(
                chips.stream().filter(FilterChips::isWrong).map(this::told).collect(Collectors.joining(". ")));
    }

    /** A key whose value is still to be typed is no slip. */
    private static boolean isWrong(FilterGrammar.Chip chip) {
        return chip.mistake() != null && !chip.mistake().code().equals("filter.no_value");
    }

    private String told(FilterGrammar.Chip chip) {
        return chip.label() + ". " + texts.problem(Objects.requireNonNull(chip.mistake()));
    }

    private HBox chip(FilterGrammar.Chip chip) {
        var label = new Label(chip.label());
        var remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll("chip-remove", "flat");
        remove.setId("chip-remove");
        remove.setFocusTraversable(false);
        remove.setAccessibleText(texts.get("filter.remove", "what", chip.label()));
        remove.setOnAction(event -> remove(chip));
        var box = new HBox(label);
        box.getStyleClass().add("chip");
        box.setAlignment(Pos.CENTER_LEFT);
        if (chip.mistake() != null) {
            box.getStyleClass().add(isWrong(chip) ? "mistaken" : "begun");
            var why = new Label(texts.problem(chip.mistake()));
            why.getStyleClass().add("chip-mistake");
            box.getChildren().add(why);
        }
        box.getChildren().add(remove);
        box.setOnMouseClicked(event -> select(chip));
        return box;
    }

    /** Where it stands in the line, to be typed anew. */
    private void select(FilterGrammar.Chip chip) {
        field.requestFocus();
        field.selectRange(chip.from(), chip.to());
    }

    private void remove(FilterGrammar.Chip chip) {
        String line = field.getText();
        String rest = line.substring(0, chip.from()).stripTrailing() + " "
                + line.substring(chip.to()).stripLeading();
        field.setText(rest.strip());
        field.end();
        field.requestFocus();
    }
}
