package cadran.desktop.changes;

import cadran.desktop.i18n.Texts;
import cadran.desktop.tables.FieldText;
import cadran.model.sync.Row;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Numbers, each with what becomes of it; hundreds of them are a list that is drawn as far as it is seen. */
final class NumberLines<L> extends ListView<L> {
    private final Texts texts;
    private final Function<L, Row> number;
    private final Function<L, String> told;
    private final Function<L, Boolean> isRight;

    /** @param isRight false where it says that something is in the way */
    NumberLines(Texts texts, Function<L, Row> number, Function<L, String> told, Function<L, Boolean> isRight) {
        this.texts = texts;
        this.number = number;
        this.told = told;
        this.isRight = isRight;
        setId("change-lines");
        getStyleClass().add("preview-lines");
        setCellFactory(view -> new Cell());
        // It would keep Enter for itself; here that is the pane's main action.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) && getParent() != null) {
                event.consume();
                getParent().fireEvent(event.copyFor(getParent(), getParent()));
            }
        });
    }

    void show(List<L> lines) {
        getItems().setAll(lines);
        getSelectionModel().selectFirst();
    }

    private final class Cell extends ListCell<L> {
        private final FontIcon icon = new FontIcon();
        private final Label what = new Label();
        private final Label outcome = new Label();
        private final HBox box = new HBox(icon, what, outcome);

        Cell() {
            box.setAlignment(Pos.BASELINE_LEFT);
            what.getStyleClass().add("preview-what");
            what.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(outcome, Priority.ALWAYS);
            // As wide as the list: what is too long is cut instead of asking for a scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable L line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean right = isRight.apply(line);
            icon.setIconCode(right ? Feather.ARROW_RIGHT : Feather.ALERT_CIRCLE);
            box.getStyleClass().setAll("preview-line", right ? "preview-unchanged" : "preview-refused");
            what.setText(FieldText.number(number.apply(line).label()));
            outcome.setText(told.apply(line));
            setGraphic(box);
            setAccessibleText(texts.get("detail.line", "name", what.getText(), "value", outcome.getText()));
        }
    }
}
