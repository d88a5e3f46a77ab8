package cadran.desktop.ranges;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Occupancy;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.InFocus;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberRange;
import cadran.model.numbers.Reservation;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the range in focus is made of, and which of its numbers is the next to be had. */
final class OccupancyPanel implements Beside {
    private static final double WIDTH = 312;

    private final Desk desk;
    private final Workspace workspace;
    private final VBox node = new VBox();
    private final VBox lines = new VBox();
    private final InFocus<Found> focus;

    private record Found(Occupancy occupancy, Optional<Row> next) {}

    OccupancyPanel(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        node.getStyleClass().add("occupancy");
        lines.getStyleClass().add("occupancy");
        node.getChildren().addAll(DetailPane.heading(desk.texts(), "range.occupancy"), lines);
        focus = new InFocus<>(
                desk,
                workspace,
                Set.of(Did.TYPE, NumberRange.TYPE),
                row -> progress -> find(NumberRange.TYPE.read(row.row())),
                (row, found) -> show(found),
                lines.getChildren()::clear);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        focus.set(row);
    }

    private Found find(NumberRange range) {
        var numbers = workspace.rows().numbersOf(range);
        var today = workspace.today();
        return new Found(
                numbers.occupancy(today),
                numbers.free(range.customerId(), workspace.author().user(), today, 1).stream()
                        .findFirst());
    }

    private void show(Found found) {
        var parts = OccupancyBar.parts(desk.texts(), found.occupancy());
        lines.getChildren().setAll(OccupancyBar.of(parts, WIDTH));
        parts.stream().map(this::line).forEach(lines.getChildren()::add);
        lines.getChildren().add(next(found.next()));
    }

    private Node line(OccupancyBar.Part part) {
        var texts = desk.texts();
        var word = new Label(part.word(), Badge.dot(part.role()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var figure = new Label(texts.formats().number(part.count()));
        figure.getStyleClass().add("number");
        var line = new HBox(word, gap, figure);
        line.getStyleClass().add("occupancy-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        line.setFocusTraversable(true);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(texts.get("detail.line", "name", part.word(), "value", figure.getText()));
        return line;
    }

    private Node next(Optional<Row> number) {
        var texts = desk.texts();
        var name = new Label(texts.get("range.next-free"));
        name.setWrapText(true);
        var row = new HBox(name);
        row.getStyleClass().add("occupancy-line");
        row.setAlignment(Pos.BASELINE_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren()
                .addAll(List.of(
                        gap, number.<Node>map(this::link).orElseGet(() -> new Label(texts.get("range.none-free")))));
        var mine = number.filter(next -> Reservation.runsUntil(next, workspace.today()) != null);
        if (mine.isEmpty()) {
            return row;
        }
        var hint = new Label(texts.get("range.next-free.mine"));
        hint.getStyleClass().add("field-hint");
        hint.setFocusTraversable(true);
        return new VBox(row, hint);
    }

    private Node link(Row number) {
        var link = new Hyperlink(FieldText.number(number.label()));
        link.setId("range-next-free");
        link.setOnAction(event ->
                desk.navigator().open(Did.TYPE.collection(), number.id().toString()));
        return link;
    }
}
