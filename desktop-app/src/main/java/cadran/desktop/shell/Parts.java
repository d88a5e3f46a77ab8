package cadran.desktop.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Toggle;
import org.jspecify.annotations.Nullable;

/** One key goes from part to part of the window, and in each to where somebody was: Tab alone passes every button between. */
final class Parts {
    private final List<Node> parts;
    private final Map<Node, Node> last = new HashMap<>();

    /** @param parts in the order of the screen */
    Parts(Node window, List<Node> parts) {
        this.parts = parts;
        window.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::remember);
            }
        });
    }

    private void remember(@Nullable Node focused) {
        partOf(focused).ifPresent(part -> last.put(part, Objects.requireNonNull(focused)));
    }

    private Optional<Node> partOf(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (parts.contains(node)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** What is folded, or has nothing to go to, is passed. */
    void next() {
        var scene = parts.getFirst().getScene();
        int at = partOf(scene == null ? null : scene.getFocusOwner())
                .map(parts::indexOf)
                .orElse(-1);
        for (int step = 1; step <= parts.size(); step++) {
            var entrance = entrance(parts.get((at + step) % parts.size()));
            if (entrance.isPresent()) {
                entrance.get().requestFocus();
                return;
            }
        }
    }

    private Optional<Node> entrance(Node part) {
        var known = last.get(part);
        if (known != null && partOf(known).filter(part::equals).isPresent() && takesFocus(known)) {
            return Optional.of(known);
        }
        var all = within(part).toList();
        return all.stream()
                .filter(node -> node instanceof Toggle toggle && toggle.isSelected())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static Stream<Node> within(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        var inside = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Parts::within)
                : Stream.<Node>empty();
        return takesFocus(node) ? Stream.concat(Stream.of(node), inside) : inside;
    }

    private static boolean takesFocus(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && node.isVisible();
    }
}
