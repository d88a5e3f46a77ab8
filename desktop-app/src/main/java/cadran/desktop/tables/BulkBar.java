package cadran.desktop.tables;

import atlantafx.base.theme.Styles;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** What can be done with several rows at once, at the foot of their grid while several are selected. */
final class BulkBar extends FlowPane {
    private final Desk desk;
    private final Button end;

    BulkBar(Desk desk, String entity, ObservableIntegerValue selected, Command clear) {
        this.desk = desk;
        var texts = desk.texts();
        getStyleClass().add("bulk-bar");
        setAlignment(Pos.CENTER_LEFT);
        var count = new Label();
        count.setId("bulk-count");
        count.getStyleClass().add("bulk-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.setAccessibleRole(AccessibleRole.TEXT);
        count.textProperty()
                .bind(texts.compute(
                        () -> texts.get(
                                "bulk.selection", "what", texts.count("entity." + entity + ".count", selected.get())),
                        selected));
        end = Buttons.icon(texts, clear);
        end.getStyleClass().add(Styles.FLAT);
        getChildren().addAll(count, end);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(Bindings.createBooleanBinding(() -> selected.get() > 1, selected));
    }

    void add(Command command) {
        getChildren().add(getChildren().indexOf(end), Buttons.of(desk.texts(), command));
    }
}
