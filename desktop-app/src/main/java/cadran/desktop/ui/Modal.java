package cadran.desktop.ui;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A titled pane over the window: Enter does its one main action, Esc its cancelling one. */
public final class Modal extends VBox {
    private final Texts texts;
    private final HBox buttons = new HBox();
    private @Nullable Button main;
    private @Nullable Button cancel;

    public Modal(Texts texts, ObservableValue<String> title, Node body) {
        this.texts = texts;
        getStyleClass().add("modal");
        setAccessibleRole(AccessibleRole.DIALOG);
        accessibleTextProperty().bind(title);
        var heading = new Label();
        heading.getStyleClass().add("modal-title");
        heading.setWrapText(true);
        heading.textProperty().bind(title);
        buttons.getStyleClass().add("modal-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(heading, new ModalBody(body), buttons);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // A check box would tick itself on Enter; Space does that.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() instanceof CheckBox) {
                pressed(event);
            }
        });
    }

    /** The one action of the pane. It closes the pane itself once it succeeded. */
    public Modal main(String textKey, ObservableBooleanValue possible, Runnable action) {
        main = button(textKey, action);
        main.getStyleClass().add(Styles.ACCENT);
        main.disableProperty().bind(Bindings.not(possible));
        return this;
    }

    /** The main action takes something away, and its pane has already asked for more than an Enter. */
    public Modal takesAway() {
        if (main != null) {
            main.getStyleClass().remove(Styles.ACCENT);
            main.getStyleClass().add(Styles.DANGER);
        }
        return this;
    }

    /** The main action of a pane that destroys something: it has to be gone to, Enter alone doesn't do it. */
    public Modal dangerous(String textKey, Runnable action) {
        button(textKey, action).getStyleClass().add(Styles.DANGER);
        return this;
    }

    /** Where the keyboard starts when there is nothing to fill in. */
    @Nullable
    Button preferredButton() {
        return main == null ? cancel : main;
    }

    /** A pane that only informs: one button, and Esc does the same. */
    public Modal only(String textKey, Runnable action) {
        main(textKey, Bindings.createBooleanBinding(() -> true), action);
        cancel = main;
        return this;
    }

    public Modal other(String textKey, Runnable action) {
        button(textKey, action);
        return this;
    }

    public Modal cancel(String textKey, Runnable action) {
        cancel = button(textKey, action);
        return this;
    }

    private Button button(String textKey, Runnable action) {
        var button = new Button();
        button.textProperty().bind(texts.bind(textKey));
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
        return button;
    }

    // Default and cancel buttons of JavaFX belong to the whole scene; here only the pane in front may answer.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
            fire(button, event);
        } else if (event.getCode() == KeyCode.ENTER && main != null && !(event.getTarget() instanceof TextArea)) {
            fire(main, event);
        } else if (event.getCode() == KeyCode.ESCAPE && cancel != null) {
            fire(cancel, event);
        }
    }

    private static void fire(Button button, KeyEvent event) {
        button.fire();
        event.consume();
    }
}
