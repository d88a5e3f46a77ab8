package cadran.desktop.changes;

import cadran.desktop.i18n.Texts;
import cadran.desktop.tables.Entry;
import cadran.desktop.ui.Desk;
import cadran.model.changes.LineOutcome;
import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What of a prepared change is not as it was when it was prepared, and what it will do if that is confirmed. */
final class ReviewForm implements Entry {
    private final Desk desk;
    private final PreparedChange change;
    private final VBox told = new VBox();
    private final VBox node = new VBox();

    private record Item(Row did, String told, boolean isRight) {}

    ReviewForm(Desk desk, PreparedChange change) {
        this.desk = desk;
        this.change = change;
        var texts = desk.texts();
        tell(texts, "change.review.lost", change.lost(), true);
        tell(texts, "change.review.changed", change.changed().size(), false);
        tell(texts, "change.review.missing", change.missing().size(), false);
        tell(texts, "change.review.reserved", change.count(LineOutcome.REFUSED), true);
        tell(texts, "change.review.gone", change.count(LineOutcome.NO_LONGER_CONCERNED), false);
        told.getStyleClass().add("losses");
        told.setId("change-review");
        var lines = new NumberLines<Item>(texts, Item::did, Item::told, Item::isRight);
        lines.show(items(new ChangeWords(texts)));
        lines.setVisible(!lines.getItems().isEmpty());
        lines.managedProperty().bind(lines.visibleProperty());
        node.getStyleClass().addAll("preview", "leaving");
        node.getChildren().addAll(told, lines);
    }

    private List<Item> items(ChangeWords words) {
        var items = new ArrayList<Item>();
        change.changed().forEach(line -> items.add(new Item(line.did(), words.again(change, line), true)));
        change.missing().forEach(line -> items.add(new Item(line.did(), words.of(line), true)));
        change.lines().stream()
                .filter(line -> line.now() == LineOutcome.REFUSED || line.now() == LineOutcome.NO_LONGER_CONCERNED)
                .forEach(line -> items.add(new Item(line.did(), words.of(line), false)));
        return items;
    }

    private void tell(Texts texts, String key, long count, boolean isWarning) {
        if (count == 0) {
            return;
        }
        var label = new Label(texts.count(key, count));
        label.setWrapText(true);
        label.setFocusTraversable(true);
        label.getStyleClass().add(isWarning ? "leaving-warning" : "field-hint");
        if (isWarning) {
            label.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        }
        told.getChildren().add(label);
    }

    /** What is reserved has to be freed first: there is nothing to confirm about it. */
    @Override
    public ObservableBooleanValue possible() {
        return new SimpleBooleanProperty(
                change.lost() + change.changed().size() + change.missing().size() > 0);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public void show(Problem problem) {
        desk.toasts().show(desk.texts().problem(problem));
    }
}
