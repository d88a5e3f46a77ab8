package cadran.desktop.ui;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons that do commands: name, key, and whether it can be done now are the command's. */
public final class Buttons {
    private Buttons() {}

    public static Button of(Texts texts, Command command) {
        var button = new Button(null, new FontIcon(command.icon()));
        button.textProperty().bind(texts.bind(command.text()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> command.run());
        button.disableProperty().bind(Bindings.not(command.executable()));
        if (command.key() != null) {
            button.setTooltip(tip(texts, command));
        }
        return button;
    }

    private static Tooltip tip(Texts texts, Command command) {
        var key = command.key();
        var tip = new Tooltip();
        tip.textProperty()
                .bind(texts.compute(() -> key == null
                        ? texts.get(command.text())
                        : texts.get(command.text()) + "  " + KeyNames.of(texts, key)));
        return tip;
    }

    /** Where there is no room for its name, which stands in the tip then. */
    public static Button icon(Texts texts, Command command) {
        var button = new Button(null, new FontIcon(command.icon()));
        button.getStyleClass().add(Styles.BUTTON_ICON);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> command.run());
        button.disableProperty().bind(Bindings.not(command.executable()));
        button.accessibleTextProperty().bind(texts.bind(command.text()));
        button.setTooltip(tip(texts, command));
        return button;
    }

    /** The one main action of a screen. */
    public static Button main(Texts texts, Command command) {
        var button = of(texts, command);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }
}
