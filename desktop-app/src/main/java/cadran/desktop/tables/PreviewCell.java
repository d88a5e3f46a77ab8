package cadran.desktop.tables;

import cadran.desktop.i18n.Texts;
import cadran.model.sync.EntityType;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One row of an edit: what it is called, and what becomes of it or why it can't. */
final class PreviewCell extends ListCell<Preview.Line> {
    private final Texts texts;
    private final EntityType<?> type;
    private final Map<UUID, String> names;
    private final FontIcon icon = new FontIcon();
    private final Label what = new Label();
    private final Label outcome = new Label();
    private final HBox box = new HBox(icon, what, outcome);

    PreviewCell(Texts texts, EntityType<?> type, Map<UUID, String> names) {
        this.texts = texts;
        this.type = type;
        this.names = names;
        box.getStyleClass().add("preview-line");
        box.setAlignment(Pos.TOP_LEFT);
        what.getStyleClass().add("preview-what");
        what.setMinWidth(Region.USE_PREF_SIZE);
        outcome.setWrapText(true);
        outcome.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        // As wide as the list: a sentence wraps instead of asking for a scroll bar.
        setPrefWidth(0);
    }

    /** Asked at its width: JavaFX's own answer leaves that open, and cuts off what wraps. */
    @Override
    protected double computePrefHeight(double width) {
        double given = width < 0 ? getWidth() : width;
        return getGraphic() == null
                ? super.computePrefHeight(width)
                : snappedTopInset()
                        + box.prefHeight(given - snappedLeftInset() - snappedRightInset())
                        + snappedBottomInset();
    }

    @Override
    protected void updateItem(Preview.@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (line == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(PreviewPane.icon(line.kind()));
        box.getStyleClass().setAll("preview-line", PreviewPane.role(line.kind()));
        what.setText(line.what());
        outcome.setText(outcome(line));
        setGraphic(box);
        setAccessibleText(texts.get("detail.line", "name", line.what(), "value", outcome.getText()));
    }

    private String outcome(Preview.Line line) {
        var problem = line.problem();
        if (problem != null) {
            return FieldText.problem(texts, type, problem);
        }
        if (line.changes().isEmpty()) {
            return texts.get("bulk.as-wanted");
        }
        return line.changes().entrySet().stream()
                .map(change -> texts.get(
                        "bulk.change",
                        "field",
                        texts.get(name(change.getKey())),
                        "before",
                        shown(change.getKey(), change.getValue().before()),
                        "after",
                        shown(change.getKey(), change.getValue().after())))
                .collect(Collectors.joining(" · "));
    }

    private String name(String field) {
        return type.has(field) ? FieldText.nameKey(type.field(field)) : field;
    }

    private String shown(String field, @Nullable Object value) {
        var text = !type.has(field)
                ? String.valueOf(value)
                : FieldText.shown(texts, type, type.field(field), value, names);
        return text.isEmpty() ? "–" : text;
    }
}
