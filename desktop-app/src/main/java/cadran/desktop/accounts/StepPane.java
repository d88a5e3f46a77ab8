package cadran.desktop.accounts;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Form;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A step: title, explanation, inputs, buttons. Enter does its main action, Esc goes back. */
abstract class StepPane extends VBox {
    private final WelcomeView welcome;
    private final Texts texts;
    private final HBox buttons = new HBox();
    private @Nullable Button main;

    /** @param args of both texts */
    StepPane(WelcomeView welcome, String titleKey, String hintKey, Object... args) {
        this.welcome = welcome;
        this.texts = welcome.texts();
        getStyleClass().add("step");
        buttons.getStyleClass().add("step-buttons");
        getChildren().addAll(label(titleKey, "step-title", args), label(hintKey, "step-hint", args));
        // Boxes and lists would keep Enter to themselves.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && main != null && !isButton(event.getTarget())) {
                main.fire();
                event.consume();
            }
        });
    }

    final WelcomeView welcome() {
        return welcome;
    }

    final Form form() {
        return new Form(welcome.desk());
    }

    final Label label(String key, String role, Object... args) {
        var label = new Label();
        label.textProperty().bind(texts.bind(key, args));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(role);
        return label;
    }

    /** Checks the form, asks, and shows what is wrong where it is wrong. */
    final void submits(Form form, String textKey, Supplier<CompletableFuture<Step>> ask) {
        main = button(textKey);
        main.getStyleClass().add(Styles.ACCENT);
        main.setDefaultButton(true);
        main.setOnAction(event -> {
            if (form.check()) {
                welcome.next(ask.get(), form::show);
            }
        });
        buttons.getChildren().add(main);
    }

    final void back(Runnable back) {
        var button = button("action.back");
        button.setCancelButton(true);
        button.setOnAction(event -> back.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        buttons.getChildren().addAll(button, space);
    }

    final Hyperlink link(String textKey, Runnable action) {
        var link = new Hyperlink();
        link.textProperty().bind(texts.bind(textKey));
        link.setOnAction(event -> action.run());
        link.setWrapText(true);
        return link;
    }

    final HBox buttons() {
        return buttons;
    }

    /** A check box is not one: Space ticks it. */
    private static boolean isButton(EventTarget target) {
        return target instanceof Button || target instanceof Hyperlink;
    }

    private Button button(String textKey) {
        var button = new Button();
        button.textProperty().bind(texts.bind(textKey));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** The first input that is still empty, else the first control. */
    final void focusFirst() {
        if (!focusFirst(
                this, node -> node instanceof TextField field && field.getText().isEmpty())) {
            focusFirst(this, node -> !(node instanceof Hyperlink));
        }
    }

    private static boolean focusFirst(Node node, Predicate<Node> wanted) {
        if (node.isFocusTraversable() && wanted.test(node)) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(child -> focusFirst(child, wanted));
    }
}
