package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A name and what it says; reached by Tab, and read as "name: value". */
public final class DetailLine extends HBox {
    private final Label value = new Label();

    public DetailLine(Texts texts, String labelKey) {
        var name = new Label();
        name.textProperty().bind(texts.bind(labelKey));
        name.getStyleClass().add("detail-label");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        value.getStyleClass().add("detail-value");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(value, Priority.ALWAYS);
        name.setLabelFor(value);
        getChildren().addAll(name, value);
        getStyleClass().add("detail-line");
        setAlignment(Pos.BASELINE_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty()
                .bind(texts.compute(
                        () -> texts.get("detail.line", "name", texts.get(labelKey), "value", value.getText()),
                        value.textProperty()));
    }

    public StringProperty valueProperty() {
        return value.textProperty();
    }
}
