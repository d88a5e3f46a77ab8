package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;

/** What can be done with the row in focus, at the foot of its grid; takes no room while nothing can. */
public final class RowActions extends FlowPane {
    private final Texts texts;
    private BooleanBinding any = Bindings.createBooleanBinding(() -> false);

    public RowActions(Texts texts) {
        this.texts = texts;
        getStyleClass().add("row-actions");
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** @param applies whether it makes sense for the row in focus; it may still be impossible at the moment */
    public void add(Command command, ObservableBooleanValue applies) {
        var button = Buttons.of(texts, command);
        button.textProperty().bind(texts.bind(command.brief()));
        button.visibleProperty().bind(applies);
        button.managedProperty().bind(applies);
        getChildren().add(button);
        any = any.or(applies);
        visibleProperty().bind(any);
    }
}
