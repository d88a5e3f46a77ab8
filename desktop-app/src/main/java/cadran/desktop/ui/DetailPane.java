package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The row in focus as labelled text: each line can be reached by Tab and is read as "name: value". */
public final class DetailPane extends ScrollPane {
    /** @param label key of the name */
    public record Line(String label, String value) {
        public boolean isGiven() {
            return !value.isBlank();
        }
    }

    private final Texts texts;
    private final VBox content = new VBox();

    public DetailPane(Texts texts) {
        this.texts = texts;
        getStyleClass().add("detail-pane");
        content.getStyleClass().add("detail-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        nothing();
    }

    /** Nothing is in focus. */
    public void nothing() {
        var hint = new Label();
        hint.textProperty().bind(texts.bind("detail.nothing"));
        hint.setWrapText(true);
        hint.getStyleClass().add("empty-hint");
        content.getChildren().setAll(hint);
    }

    /** @param badge beside the title, such as a status; null for none */
    public void show(String title, @Nullable Node badge, List<Line> lines) {
        var heading = new Label(title);
        heading.getStyleClass().add("detail-title");
        heading.setWrapText(true);
        content.getChildren().setAll(heading);
        if (badge != null) {
            content.getChildren().add(badge);
        }
        lines(lines);
    }

    public void lines(List<Line> lines) {
        lines.stream().map(line -> line(texts, line)).forEach(content.getChildren()::add);
    }

    /** Lines under a heading; none, and no heading either, where there are none. */
    public void section(String titleKey, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        content.getChildren().add(heading(texts, titleKey));
        lines(lines);
    }

    /** Over what belongs together. */
    public static Label heading(Texts texts, String titleKey) {
        var title = new Label();
        title.textProperty().bind(texts.bind(titleKey));
        title.getStyleClass().add("detail-section");
        return title;
    }

    public void add(Node node) {
        content.getChildren().add(node);
    }

    /** One line by itself, for what stands beside or under the others. */
    public static Node line(Texts texts, Line line) {
        var shown = new DetailLine(texts, line.label());
        shown.valueProperty().set(line.isGiven() ? line.value() : "–");
        return shown;
    }
}
