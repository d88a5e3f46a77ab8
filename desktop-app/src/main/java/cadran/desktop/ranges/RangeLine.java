package cadran.desktop.ranges;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.InFocus;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.NumberRange;
import cadran.model.sync.Row;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The range that the number in focus belongs to; nothing where it belongs to none. */
final class RangeLine implements Beside {
    private final Desk desk;
    private final HBox node = new HBox();
    private final InFocus<Optional<Row>> focus;

    RangeLine(Desk desk, Workspace workspace) {
        this.desk = desk;
        node.getStyleClass().add("detail-line");
        node.setAlignment(Pos.BASELINE_LEFT);
        node.setId("range-of-number");
        tell(Optional.empty());
        focus = new InFocus<>(
                desk,
                workspace,
                Set.of(NumberRange.TYPE),
                row -> progress ->
                        workspace.rows().rangeOf(String.valueOf(row.row().text("e164"))),
                (row, range) -> tell(range),
                () -> {});
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        focus.set(row);
    }

    private void tell(Optional<Row> range) {
        node.setVisible(range.isPresent());
        node.setManaged(range.isPresent());
        range.ifPresent(this::tell);
    }

    private void tell(Row range) {
        var name = new Label();
        name.textProperty().bind(desk.texts().bind("range.of-number"));
        name.getStyleClass().add("detail-label");
        var link = new Hyperlink(FieldText.number(range.label()));
        link.setWrapText(true);
        link.setOnAction(event ->
                desk.navigator().open(NumberRange.TYPE.collection(), range.id().toString()));
        name.setLabelFor(link);
        node.getChildren().setAll(name, link);
    }
}
