package cadran.desktop.ui;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Short notes in the lower corner for what isn't visible otherwise, with Undo where there is a way back. */
public final class Toasts extends VBox {
    private static final int MOST = 4;

    private final Texts texts;
    private final Duration shown;

    public Toasts(Texts texts, Duration shown) {
        this.texts = texts;
        this.shown = shown;
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    public void show(String sentence) {
        add(sentence);
    }

    public void showWithUndo(String sentence, Runnable undo) {
        var toast = add(sentence);
        var button = new Button();
        button.textProperty().bind(texts.bind("toast.undo"));
        button.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, "toast-undo");
        button.setOnAction(event -> {
            getChildren().remove(toast);
            undo.run();
        });
        toast.getChildren().add(1, button);
    }

    private HBox add(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var close = new Button(null, new FontIcon(Feather.X));
        close.accessibleTextProperty().bind(texts.bind("toast.close"));
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "toast-close");
        var toast = new HBox(label, close);
        toast.getStyleClass().add("toast");
        toast.setAlignment(Pos.CENTER_LEFT);
        close.setOnAction(event -> getChildren().remove(toast));
        var wait = new PauseTransition(shown);
        wait.setOnFinished(event -> getChildren().remove(toast));
        toast.hoverProperty().subscribe(hovered -> {
            if (hovered) {
                wait.stop();
            } else {
                wait.playFromStart();
            }
        });
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        return toast;
    }
}
