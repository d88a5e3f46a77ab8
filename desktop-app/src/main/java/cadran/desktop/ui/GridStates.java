package cadran.desktop.ui;

import cadran.model.problem.Problem;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** What lies over the grid when there are no rows to show: loading, empty, failed, no right. */
final class GridStates extends StackPane {
    private final Desk desk;
    private final TableView<?> table;
    private final Runnable retry;
    /** A short wait shows nothing at all: a flash of "loading" at every filter would only disturb. */
    private final PauseTransition patience = new PauseTransition(Duration.millis(250));

    private Node empty;

    GridStates(Desk desk, TableView<?> table, Runnable retry) {
        this.desk = desk;
        this.table = table;
        this.retry = retry;
        getStyleClass().add("grid-states");
        setVisible(false);
        empty = new EmptyState(
                Feather.INBOX, desk.texts().bind("grid.empty"), desk.texts().bind("grid.empty.hint"));
        var spinner = new ProgressIndicator();
        spinner.setMaxSize(36, 36);
        patience.setOnFinished(event -> {
            if (table.getItems().isEmpty()) {
                show(spinner);
            }
        });
    }

    void whenEmpty(Node node) {
        empty = node;
    }

    void loading() {
        patience.playFromStart();
    }

    void loaded(PagedRows<?> rows) {
        patience.stop();
        showRows(rows);
        rows.addListener((ListChangeListener<Object>) change -> showRows(rows));
    }

    private void showRows(PagedRows<?> rows) {
        if (!rows.equals(table.getItems())) {
            return;
        }
        if (rows.isEmpty()) {
            show(empty);
        } else {
            setVisible(false);
        }
    }

    void failed(Problem problem) {
        patience.stop();
        show(new EmptyState(
                        Feather.ALERT_TRIANGLE,
                        desk.texts().bind("grid.failed"),
                        desk.texts().compute(() -> desk.texts().problem(problem)))
                .action(desk.texts(), "action.retry", retry));
    }

    void noRight() {
        patience.stop();
        show(new EmptyState(
                Feather.LOCK, desk.texts().bind("grid.no-right"), desk.texts().bind("grid.no-right.hint")));
    }

    /** Shows a sentence beside a cell until something else happens there. */
    void tell(Node at, String sentence) {
        var tip = new Tooltip();
        tip.textProperty().bind(new SimpleStringProperty(sentence));
        tip.getStyleClass().add("problem-tip");
        tip.setAutoHide(true);
        var place = at.localToScreen(at.getBoundsInLocal());
        if (place != null) {
            tip.show(at, place.getMinX(), place.getMaxY() + 2);
        }
    }

    private void show(Node node) {
        getChildren().setAll(node);
        setVisible(true);
    }
}
