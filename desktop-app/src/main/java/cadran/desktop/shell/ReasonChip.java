package cadran.desktop.shell;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Command;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The reason that goes with every edit, as long as there is one: nobody should forget that it is still written along. */
final class ReasonChip extends HBox {
    /** @param ask leads to the pane where it is entered */
    ReasonChip(Texts texts, Status status, Command ask, Command clear) {
        getStyleClass().addAll("chip", "status-reason");
        setAlignment(Pos.CENTER_LEFT);
        var reason = status.reasonProperty();
        visibleProperty().bind(reason.isNotEmpty());
        managedProperty().bind(visibleProperty());
        var words = new Button(null, new FontIcon(Feather.MESSAGE_SQUARE));
        words.setId("status-reason");
        words.getStyleClass().addAll(Styles.FLAT, "status-button", "status-reason-words");
        words.textProperty().bind(texts.compute(() -> texts.get("status.reason", "reason", reason.get()), reason));
        words.setMnemonicParsing(false);
        words.setOnAction(event -> ask.run());
        var whole = new Tooltip();
        whole.setWrapText(true);
        whole.textProperty().bind(words.textProperty());
        words.setTooltip(whole);
        var remove = new Button(null, new FontIcon(Feather.X));
        remove.setId("status-reason-clear");
        remove.getStyleClass().addAll(Styles.FLAT, "chip-remove");
        remove.accessibleTextProperty().bind(texts.bind(clear.text()));
        var what = new Tooltip();
        what.textProperty().bind(texts.bind(clear.text()));
        remove.setTooltip(what);
        remove.setOnAction(event -> clear.run());
        getChildren().addAll(words, remove);
    }
}
