package cadran.desktop.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icon, name, where it belongs, key. */
final class PaletteCell extends ListCell<PaletteEntry> {
    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Label keys = new Label();
    private final HBox line;

    PaletteCell() {
        detail.getStyleClass().add("palette-detail");
        keys.getStyleClass().add("key-name");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(icon, name, detail, space, keys);
        line.getStyleClass().add("palette-line");
        line.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // As wide as the list, so that long lines are cut instead of scrolling.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(entry == null ? null : line);
        pseudoClassStateChanged(IMPOSSIBLE, entry != null && !entry.isPossible());
        if (entry != null) {
            icon.setIconCode(entry.icon());
            name.setText(entry.name());
            detail.setText(entry.detail());
            keys.setText(entry.keys());
            keys.setVisible(!entry.keys().isEmpty());
            // Read aloud as one line; the text itself isn't drawn.
            setText(entry.name() + " " + entry.detail());
        }
    }
}
