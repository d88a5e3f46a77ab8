package cadran.desktop.accounts;

import atlantafx.base.theme.Styles;
import cadran.model.problem.Problem;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Here, or on a server? */
final class StartPane extends StepPane {
    StartPane(WelcomeView welcome) {
        super(welcome, "welcome.title", "welcome.hint");
        ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>(null);
        var message = new Label();
        message.getStyleClass().add("form-problem");
        message.setWrapText(true);
        message.setMaxWidth(Double.MAX_VALUE);
        message.visibleProperty().bind(problem.isNotNull());
        message.managedProperty().bind(message.visibleProperty());
        message.textProperty()
                .bind(welcome.texts()
                        .compute(
                                () -> {
                                    var found = problem.get();
                                    return found == null ? "" : welcome.texts().problem(found);
                                },
                                problem));
        var local = way("welcome.local", "welcome.local.hint", Feather.MONITOR, () -> {
            problem.set(null);
            welcome.next(welcome.accounts().openLocal(), problem::set);
        });
        local.setId("welcome-local");
        local.setDefaultButton(true);
        var server = way(
                "welcome.server",
                "welcome.server.hint",
                Feather.SERVER,
                () -> welcome.put(new SignInPane(welcome, "", "", false)));
        server.setId("welcome-server");
        var code = link("welcome.code", () -> welcome.put(new RedeemPane(welcome, "")));
        getChildren().addAll(message, local, server, code);
    }

    private Button way(String textKey, String hintKey, Ikon icon, Runnable action) {
        var name = label(textKey, "way-name");
        var hint = label(hintKey, "way-hint");
        // Inside a button there is no width to wrap at yet when its height is asked.
        name.setWrapText(false);
        hint.setWrapText(false);
        var words = new VBox(name, hint);
        var button = new Button(null, new HBox(new FontIcon(icon), words));
        button.getGraphic().getStyleClass().add("way-content");
        button.accessibleTextProperty().bind(name.textProperty());
        button.getStyleClass().addAll(Styles.FLAT, "way");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> action.run());
        return button;
    }
}
