package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A heading as it lies over the empty cells of its line; clicks go to those. */
final class HeadingLine extends HBox {
    private final CheckBox box = new CheckBox();
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Label label = new Label();
    private final Label told = new Label();

    HeadingLine() {
        getStyleClass().add("grid-heading");
        label.getStyleClass().add("grid-heading-label");
        told.getStyleClass().add("grid-heading-told");
        label.setMinWidth(Region.USE_PREF_SIZE);
        box.setFocusTraversable(false);
        setAlignment(Pos.CENTER_LEFT);
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(box, arrow, label, told);
    }

    /** Also for who can't see it. */
    String show(Texts texts, Heading heading) {
        box.setSelected(heading.ticked());
        arrow.setIconCode(heading.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        label.setText(heading.label());
        told.setText(heading.told());
        var said = texts.get(
                heading.open() ? "grid.heading.open" : "grid.heading.folded",
                "what",
                heading.label(),
                "told",
                heading.told());
        return heading.ticked() ? texts.get("grid.heading.ticked", "what", said) : said;
    }

    /** The box is small: what is around it up to the arrow counts as it. */
    boolean isOnBox(double sceneX, double sceneY) {
        return isVisible()
                && sceneToLocal(sceneX, sceneY).getX()
                        < arrow.getBoundsInParent().getMinX();
    }
}
