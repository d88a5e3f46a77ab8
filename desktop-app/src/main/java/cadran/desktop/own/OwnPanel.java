package cadran.desktop.own;

import cadran.desktop.i18n.Texts;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.ui.DetailPane;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the number in focus has in the own fields; of retired ones, only what it has. */
final class OwnPanel implements Beside {
    private final Texts texts;
    private final OwnFields fields;
    private final Label title;
    private final VBox node = new VBox();

    OwnPanel(Texts texts, OwnFields fields) {
        this.texts = texts;
        this.fields = fields;
        title = DetailPane.heading(texts, "entity.own_value.title");
        node.getStyleClass().add("own-values");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow number) {
        var lines = fields.all().stream()
                .filter(field -> field.active() || OwnText.value(number, field) != null)
                .map(field -> DetailPane.line(
                        texts,
                        new DetailPane.Line(
                                OwnText.nameKey(field), OwnText.shown(texts, OwnText.value(number, field)))))
                .toList();
        node.getChildren().setAll(lines);
        if (!lines.isEmpty()) {
            node.getChildren().addFirst(title);
        }
        node.setVisible(!lines.isEmpty());
        node.setManaged(!lines.isEmpty());
    }
}
