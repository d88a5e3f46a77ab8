package cadran.desktop.shell;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The right column: what the front feature tells about the row in focus; folded, only the button that unfolds it. */
final class DetailColumn extends StackPane {
    private final Fold fold;
    private final Button toggle = new Button();
    private @Nullable Node content;

    DetailColumn(Texts texts, Fold fold) {
        this.fold = fold;
        getStyleClass().add("detail-column");
        StackPane.setAlignment(toggle, Pos.TOP_RIGHT);
        toggle.setId("fold-detail");
        toggle.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "detail-fold");
        toggle.setOnAction(event -> fold.toggle());
        var tip = new Tooltip();
        var name = texts.compute(
                () -> texts.get(fold.foldedProperty().get() ? "shell.detail.unfold" : "shell.detail.fold"),
                fold.foldedProperty());
        tip.textProperty().bind(name);
        toggle.setTooltip(tip);
        toggle.accessibleTextProperty().bind(name);
        fold.foldedProperty().subscribe(this::arrange);
    }

    void show(@Nullable Node node) {
        content = node;
        arrange();
    }

    private void arrange() {
        boolean folded = fold.foldedProperty().get();
        setVisible(content != null);
        setManaged(content != null);
        getStyleClass().setAll("detail-column", folded ? "folded" : "unfolded");
        toggle.setGraphic(new FontIcon(folded ? Feather.CHEVRONS_LEFT : Feather.CHEVRONS_RIGHT));
        getChildren().clear();
        if (content != null && !folded) {
            getChildren().add(content);
        }
        getChildren().add(toggle);
    }
}
