package cadran.desktop.accounts;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.ProblemLine;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The profiles of this computer, and the ways to another one. */
final class StartPane extends StepPane {
    private final Texts texts;
    private final ProblemLine problem;

    StartPane(WelcomeView welcome, List<Step.Known> profiles) {
        super(welcome, "welcome.title", profiles.isEmpty() ? "welcome.hint" : "welcome.known.hint");
        texts = welcome.texts();
        problem = new ProblemLine(texts, "form-problem");
        getChildren().add(problem);
        profiles.forEach(profile -> getChildren().add(known(profile)));
        if (!profiles.isEmpty()) {
            getChildren().add(label("welcome.ways", "step-heading"));
        }
        if (profiles.stream().noneMatch(Step.Known::isLocal)) {
            var local = way(
                    texts.bind("welcome.local"),
                    texts.bind("welcome.local.hint"),
                    Feather.MONITOR,
                    () -> follow(() -> welcome.next(welcome.accounts().openLocal(), this::show)));
            local.setId("welcome-local");
            getChildren().add(local);
        }
        var server = way(
                texts.bind("welcome.server"),
                texts.bind("welcome.server.hint"),
                Feather.SERVER,
                () -> welcome.put(new SignInPane(welcome)));
        server.setId("welcome-server");
        getChildren().addAll(server, link("welcome.code", () -> welcome.put(new CodePane(welcome, "", ""))));
        // What is done most is one Enter away.
        lookupAll(".way").stream().findFirst().ifPresent(first -> ((Button) first).setDefaultButton(true));
    }

    private void follow(Runnable way) {
        problem.problemProperty().set(null);
        way.run();
    }

    private void show(cadran.model.problem.Problem found) {
        problem.problemProperty().set(found);
    }

    private Node known(Step.Known profile) {
        var where = texts.compute(() -> profile.isLocal() ? texts.get("welcome.here") : profile.server());
        var who = texts.compute(() -> profile.user() + " · " + where.get());
        var open = way(
                texts.compute(profile::organisation),
                who,
                profile.isLocal() ? Feather.MONITOR : Feather.SERVER,
                () -> follow(() -> welcome().next(welcome().accounts().open(profile.id()), this::show)));
        open.setId("profile-" + profile.id());
        HBox.setHgrow(open, Priority.ALWAYS);
        var line = new HBox(open, remover(profile));
        line.getStyleClass().add("known-profile");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button remover(Step.Known profile) {
        var remove = new Button(null, new FontIcon(Feather.X));
        remove.setId("remove-" + profile.id());
        remove.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        var name = texts.bind("profiles.remove", "name", profile.organisation());
        remove.accessibleTextProperty().bind(name);
        var tip = new Tooltip();
        tip.textProperty().bind(name);
        remove.setTooltip(tip);
        remove.setOnAction(event -> follow(() -> welcome()
                .await(welcome().accounts().unsent(profile.id()), count -> askToRemove(profile, count), this::show)));
        return remove;
    }

    private void askToRemove(Step.Known profile, long unsent) {
        var lost = unsent < 0
                ? texts.get("profiles.remove.unknown")
                : unsent == 0 ? texts.get("profiles.remove.nothing") : texts.count("profiles.remove.unsent", unsent);
        var rest = profile.isLocal() ? texts.get("profiles.remove.local") : texts.get("profiles.remove.server");
        welcome()
                .desk()
                .confirm()
                .ask(
                        texts.get("profiles.remove.title", "name", profile.organisation()),
                        lost + "\n\n" + rest,
                        "profiles.remove.do",
                        () -> welcome().next(welcome().accounts().remove(profile.id()), this::show));
    }

    private Button way(ObservableValue<String> called, ObservableValue<String> hinted, Ikon icon, Runnable action) {
        var name = words(called, "way-name");
        var words = new VBox(name, words(hinted, "way-hint"));
        var button = new Button(null, new HBox(new FontIcon(icon), words));
        button.getGraphic().getStyleClass().add("way-content");
        button.accessibleTextProperty().bind(name.textProperty());
        button.getStyleClass().addAll(Styles.FLAT, "way");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> action.run());
        return button;
    }

    // Not wrapped: inside a button there is no width to wrap at yet when its height is asked.
    private static Label words(ObservableValue<String> text, String role) {
        var label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add(role);
        return label;
    }
}
