package cadran.desktop.shell;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Command;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A calm line over the work while the server is out of reach, while everything is taken from it for the first time, or
 * when the user's rights are others than the window was opened with:
 * what is the case, what is kept here, from when the data are, and the next step.
 */
final class Banner extends HBox {
    private final Texts texts;
    private final Status status;
    private final ZoneId zone;

    /** @param commands of the window; the one that signs in again stands in the banner when it is needed */
    Banner(Texts texts, Status status, ZoneId zone, List<Command> commands) {
        this.texts = texts;
        this.status = status;
        this.zone = zone;
        getStyleClass().add("banner");
        setId("banner");
        setAlignment(Pos.CENTER_LEFT);
        var icon = new FontIcon(Feather.CLOUD_OFF);
        var words = new VBox(label(this::sentence, "banner-sentence"), label(this::nextStep, "banner-step"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words, progress());
        button(commands, "account.sign-in-again", status.connectionProperty().map(Connection.SIGNED_OUT::equals));
        button(commands, "account.reopen", shownOfRights());
        var shown = Bindings.createBooleanBinding(
                () -> isLoading()
                        || status.connectionProperty().get().deservesBanner()
                        || status.rightsChangedProperty().get(),
                status.connectionProperty(),
                status.loadedProperty(),
                status.syncedAtProperty(),
                status.rightsChangedProperty());
        icon.iconCodeProperty()
                .bind(Bindings.createObjectBinding(
                        () -> tellsOfRights()
                                ? Feather.KEY
                                : status.connectionProperty().get().icon(),
                        status.connectionProperty(),
                        status.rightsChangedProperty()));
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
    }

    private Label label(Supplier<String> sentence, String style) {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        label.textProperty()
                .bind(texts.compute(
                        sentence,
                        status.connectionProperty(),
                        status.loadedProperty(),
                        status.problemProperty(),
                        status.pendingProperty(),
                        status.syncedAtProperty(),
                        status.rightsChangedProperty()));
        return label;
    }

    private Node progress() {
        var bar = new ProgressBar();
        bar.getStyleClass().add("job-bar");
        bar.setMinWidth(Region.USE_PREF_SIZE);
        status.loadedProperty()
                .subscribe(loaded -> bar.setProgress(
                        loaded == null || loaded.total() == 0
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : Math.min(1, (double) loaded.rows() / loaded.total())));
        bar.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        this::isLoading,
                        status.connectionProperty(),
                        status.loadedProperty(),
                        status.syncedAtProperty()));
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private void button(List<Command> commands, String text, ObservableValue<Boolean> shown) {
        commands.stream()
                .filter(command -> command.text().equals(text))
                .map(command -> button(command, shown))
                .forEach(getChildren()::add);
    }

    private Node button(Command command, ObservableValue<Boolean> shown) {
        var button = new Button();
        button.textProperty().bind(texts.bind(command.text()));
        button.getStyleClass().add(Styles.ACCENT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> command.run());
        button.visibleProperty().bind(shown);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private ObservableValue<Boolean> shownOfRights() {
        return Bindings.createBooleanBinding(
                this::tellsOfRights, status.connectionProperty(), status.rightsChangedProperty());
    }

    /** The server's absence goes first: nothing can be opened with new rights without it. */
    private boolean tellsOfRights() {
        return status.rightsChangedProperty().get()
                && !status.connectionProperty().get().deservesBanner();
    }

    /** Later ones change nothing for the user: the old data stay in use until the new are whole. */
    private boolean isLoading() {
        return status.connectionProperty().get() == Connection.SYNCING
                && status.loadedProperty().get() != null
                && status.syncedAtProperty().get() == null;
    }

    private String sentence() {
        var connection = status.connectionProperty().get();
        var loaded = status.loadedProperty().get();
        if (isLoading() && loaded != null) {
            return StatusBar.loading(texts, loaded);
        }
        if (tellsOfRights()) {
            return texts.get("banner.rights");
        }
        if (!connection.deservesBanner()) {
            return "";
        }
        var parts = new ArrayList<String>();
        parts.add(texts.get("banner." + connection.word()));
        parts.add(texts.count("banner.kept", status.pendingProperty().get()));
        var at = status.syncedAtProperty().get();
        if (at != null) {
            parts.add(texts.get("banner.data-of", "time", texts.formats().time(at, zone)));
        }
        return String.join(" · ", parts);
    }

    private String nextStep() {
        var connection = status.connectionProperty().get();
        if (isLoading()) {
            return texts.get("banner.loading.step");
        }
        if (tellsOfRights()) {
            return texts.get("banner.rights.step");
        }
        if (!connection.deservesBanner()) {
            return "";
        }
        var problem = status.problemProperty().get();
        return connection == Connection.REFUSED && problem != null
                ? texts.problem(problem)
                : texts.get("banner." + connection.word() + ".step");
    }
}
