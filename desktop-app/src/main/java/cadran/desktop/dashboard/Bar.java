package cadran.desktop.dashboard;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line of a chart: name, bar, figure. Enter, Space or a click opens what it counts. */
final class Bar extends HBox {
    private final Label name = new Label();
    private final BarParts parts = new BarParts();
    private final Label figure = new Label();
    private final Tooltip tip = new Tooltip();
    private final Consumer<Slice> opener;
    private Slice slice;

    Bar(Slice first, double longest, Consumer<Slice> opener) {
        this.opener = opener;
        slice = first;
        getStyleClass().add("dash-bar");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("dash-bar-name");
        figure.getStyleClass().addAll("dash-bar-figure", "number");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(parts, Priority.ALWAYS);
        getChildren().addAll(name, parts, figure);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, tip);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                open();
            }
        });
        show(first, longest);
    }

    /** @param longest of the chart, which fills its width */
    void show(Slice now, double longest) {
        slice = now;
        name.setText(now.name());
        figure.setText(now.shown());
        parts.show(now.parts(), longest);
        tip.setText(now.told());
        setAccessibleText(now.told());
    }

    Slice slice() {
        return slice;
    }

    private void open() {
        opener.accept(slice);
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (plain && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
            open();
            event.consume();
        } else if (plain && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            var beside = getParent().getChildrenUnmodifiable();
            int at = beside.indexOf(this) + (event.getCode() == KeyCode.DOWN ? 1 : -1);
            if (at >= 0 && at < beside.size()) {
                beside.get(at).requestFocus();
                event.consume();
            }
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            open();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
