package cadran.desktop.conflicts;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One field in dispute: its three values, of which the author picks one. */
final class SideRow extends GridPane {
    /** Shares of the width: field, what was seen, mine, theirs. */
    private static final double[] SHARES = {20, 22, 29, 29};

    private final ConflictText text;
    private final Conflict conflict;
    private final Side side;
    private final ToggleButton mine;
    private final ToggleButton theirs;
    private Pick pick;
    private Runnable onPick = () -> {};

    SideRow(ConflictText text, Conflict conflict, Side side, Pick pick) {
        this.text = text;
        this.conflict = conflict;
        this.side = side;
        this.pick = pick;
        getStyleClass().add("conflict-side");
        columns(this);
        mine = button(side.mine(), Pick.MINE);
        theirs = button(side.theirs(), Pick.THEIRS);
        mine.setDisable(!side.open());
        var reason = new Label(text.texts().get(side.reason()));
        reason.getStyleClass().add("field-hint");
        reason.setWrapText(true);
        var name = new Label(text.field(conflict, side.field()));
        name.getStyleClass().add("conflict-field");
        name.setWrapText(true);
        // Its second line must not push the reason away from the values.
        add(new VBox(name), 0, 0, 1, 2);
        add(value(text.value(conflict, side.field(), side.base())), 1, 0);
        add(mine, 2, 0);
        add(theirs, 3, 0);
        add(reason, 2, 1, 2, 1);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        show();
    }

    static void columns(GridPane grid) {
        for (double share : SHARES) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setMinWidth(0);
            grid.getColumnConstraints().add(column);
        }
    }

    static Label value(String shown) {
        var value = new Label(shown);
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        value.getStyleClass().add("conflict-value");
        GridPane.setValignment(value, VPos.TOP);
        return value;
    }

    private ToggleButton button(@Nullable Object value, Pick which) {
        var button = new ToggleButton(text.value(conflict, side.field(), value));
        button.getStyleClass().add("conflict-pick");
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(Region.USE_PREF_SIZE);
        // The whole line takes the focus: Tab goes from field to field, and M and T pick.
        button.setFocusTraversable(false);
        button.setOnAction(event -> pick(which));
        GridPane.setValignment(button, VPos.TOP);
        return button;
    }

    Side side() {
        return side;
    }

    Pick picked() {
        return pick;
    }

    void onPick(Runnable action) {
        onPick = action;
    }

    void pick(Pick which) {
        if (side.open()) {
            pick = which;
        }
        show();
        onPick.run();
    }

    private void show() {
        mine.setSelected(pick == Pick.MINE);
        theirs.setSelected(pick == Pick.THEIRS);
        mine.setGraphic(new FontIcon(pick == Pick.MINE ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
        theirs.setGraphic(new FontIcon(pick == Pick.THEIRS ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
        var texts = text.texts();
        setAccessibleText(texts.get(
                "conflicts.read.field",
                "field",
                text.field(conflict, side.field()),
                "base",
                text.value(conflict, side.field(), side.base()),
                "mine",
                mine.getText(),
                "theirs",
                theirs.getText(),
                "pick",
                texts.get("conflicts.read.picked." + pick.word()),
                "reason",
                texts.get(side.reason())));
    }
}
