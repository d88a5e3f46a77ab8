package cadran.desktop.shell;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Look;
import cadran.desktop.ui.Modals;
import cadran.desktop.ui.Toasts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The one window: its content below, toasts and panes above. */
public final class AppWindow {
    public static final double SMALLEST_WIDTH = 1000;
    public static final double SMALLEST_HEIGHT = 640;

    private final StackPane content = new StackPane();
    private final StackPane root;

    public AppWindow(Stage stage, Texts texts, Look look, Modals modals, Toasts toasts, double width, double height) {
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        root = new StackPane(content, toasts, modals);
        root.getStyleClass().add("app");
        var scene = new Scene(root, width, height);
        look.dress(scene);
        // With a pane open, what lies below is out of reach of mouse and keyboard.
        content.mouseTransparentProperty().bind(modals.openProperty());
        stage.setScene(scene);
        stage.titleProperty().bind(texts.bind("app.name"));
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
    }

    public void show(Node node) {
        content.getChildren().setAll(node);
    }
}
