package cadran.desktop.conflicts;

import cadran.desktop.ui.Badge;
import java.util.Map;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the inbox's list; the first of each kind has the kind above it. */
final class ConflictCell extends ListCell<Line> {
    private final ConflictText text;
    private final Map<UUID, String> names;
    private final Label heading = new Label();
    private final Label title = new Label();
    private final Label when = new Label();
    private final HBox entry = new HBox();
    private final VBox box = new VBox(heading, entry);

    /** @param names of the rows of unfolded bulk operations */
    ConflictCell(ConflictText text, Map<UUID, String> names) {
        this.text = text;
        this.names = names;
        heading.getStyleClass().add("conflict-heading");
        heading.managedProperty().bind(heading.visibleProperty());
        heading.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("conflict-name");
        when.getStyleClass().add("filter-count");
        entry.getStyleClass().add("conflict-entry");
        entry.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var edit = line.edit();
        heading.setVisible(line.first() > 0);
        heading.setText(text.kind(line.kind()) + " · " + text.texts().formats().number(line.first()));
        title.setText(
                line.inside()
                        ? names.getOrDefault(edit.rowId(), text.texts().get("conflicts.gone"))
                        : text.title(edit));
        var at = text.when(edit);
        when.setText(
                line.isBulk()
                        ? text.texts().count("conflicts.edits", line.edits().size()) + " · " + at
                        : at);
        var words = new VBox(title, when);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        entry.getChildren().setAll(Badge.dot(line.kind().style()), words);
        if (line.isBulk()) {
            entry.getChildren().add(new FontIcon(line.unfolded() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        }
        entry.getStyleClass().setAll("conflict-entry", line.inside() ? "inside" : "outside");
        setGraphic(box);
        setAccessibleText(text.texts()
                .get(
                        "conflicts.read.entry",
                        "kind",
                        text.kind(line.kind()),
                        "what",
                        title.getText(),
                        "when",
                        when.getText()));
    }
}
