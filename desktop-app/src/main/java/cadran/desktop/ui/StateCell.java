package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** The dot before a row whose edit is queued, refused or in conflict; its tooltip and accessible text say it in words. */
final class StateCell<R> extends TableCell<R, R> {
    private final Texts texts;
    private final Function<R, RowState> stateOf;

    StateCell(Texts texts, Function<R, RowState> stateOf) {
        this.texts = texts;
        this.stateOf = stateOf;
        getStyleClass().add("state-cell");
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        var state = row == null ? RowState.NONE : stateOf.apply(row);
        if (state == RowState.NONE) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        var dot = new Circle(4);
        dot.getStyleClass().addAll("row-state", state.word());
        setGraphic(dot);
        var words = texts.get(state.wordKey());
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
    }
}
