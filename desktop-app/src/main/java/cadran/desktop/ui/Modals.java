package cadran.desktop.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The layer over the window that shows panes, the newest in front; the keyboard stays inside it until it is closed. */
public final class Modals extends StackPane {
    private record Shown(
            Node pane, StackPane scrim, @Nullable Node focusBefore, Runnable onClose) {}

    private final Deque<Shown> stack = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);

    public Modals() {
        getStyleClass().add("modals");
        setPickOnBounds(false);
        setVisible(false);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(owner -> keepFocus(scene, owner));
            }
        });
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public void show(Node pane) {
        show(pane, () -> {});
    }

    /** @param onClose runs however it was closed */
    public void show(Node pane, Runnable onClose) {
        var scrim = new StackPane(pane);
        scrim.getStyleClass().add("scrim");
        var scene = getScene();
        stack.push(new Shown(pane, scrim, scene == null ? null : scene.getFocusOwner(), onClose));
        getChildren().add(scrim);
        setVisible(true);
        open.set(true);
        Platform.runLater(() -> focusStart(pane));
    }

    public void close(Node pane) {
        stack.stream().filter(shown -> shown.pane.equals(pane)).findFirst().ifPresent(shown -> {
            stack.remove(shown);
            getChildren().remove(shown.scrim);
            setVisible(!stack.isEmpty());
            open.set(!stack.isEmpty());
            if (shown.focusBefore != null) {
                shown.focusBefore.requestFocus();
            }
            shown.onClose.run();
        });
    }

    private void keepFocus(Scene scene, @Nullable Node owner) {
        var front = stack.peek();
        if (front != null && owner != null && scene.equals(getScene()) && !isInside(owner, front.pane)) {
            Platform.runLater(() -> {
                if (front.equals(stack.peek())) {
                    focusStart(front.pane);
                }
            });
        }
    }

    private static boolean isInside(Node node, Node pane) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(pane)) {
                return true;
            }
        }
        return false;
    }

    /** The first input; in a pane that only asks, the button that Enter should do. */
    private static void focusStart(Node pane) {
        // What stands in a scroll pane is reachable only once that has its skin.
        pane.applyCss();
        if (!focusFirst(pane, node -> node instanceof Control && !(node instanceof Button))
                && !(pane instanceof Modal modal && focus(modal.preferredButton()))) {
            focusFirst(pane, node -> true);
        }
    }

    private static boolean focus(@Nullable Node node) {
        if (node != null) {
            node.requestFocus();
        }
        return node != null;
    }

    private static boolean focusFirst(Node node, Predicate<Node> wanted) {
        if (wanted.test(node) && node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(child -> focusFirst(child, wanted));
    }
}
