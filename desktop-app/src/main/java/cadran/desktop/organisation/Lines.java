package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Headings, hints and "name: value" lines of a page to be read. */
final class Lines {
    private Lines() {}

    static Label heading(Texts texts, String key) {
        return label(texts, key, "settings-heading");
    }

    static Label hint(Texts texts, String key) {
        return label(texts, key, "check-hint");
    }

    static Node of(Texts texts, String nameKey, String value) {
        return of(texts, nameKey, new SimpleStringProperty(value));
    }

    static Node of(Texts texts, String nameKey, ObservableValue<String> value) {
        var name = label(texts, nameKey, "settings-label");
        var shown = new Label();
        shown.textProperty().bind(value);
        shown.setWrapText(true);
        HBox.setHgrow(shown, Priority.ALWAYS);
        name.setLabelFor(shown);
        var line = new HBox(name, shown);
        line.getStyleClass().addAll("settings-line", "read-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        line.setFocusTraversable(true);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.accessibleTextProperty()
                .bind(texts.compute(
                        () -> texts.get("detail.line", "name", texts.get(nameKey), "value", shown.getText()),
                        shown.textProperty()));
        return line;
    }

    private static Label label(Texts texts, String key, String role) {
        var label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.setWrapText(true);
        label.getStyleClass().add(role);
        return label;
    }
}
