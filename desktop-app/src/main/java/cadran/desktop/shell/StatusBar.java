package cadran.desktop.shell;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The truth at the foot of the window: connection, what is pending, what runs, language and theme. */
final class StatusBar extends HBox {
    /** Behind the connection, what is pending and what waits for the user. */
    private static final int BEFORE_THE_SPACE = 3;

    private final Texts texts;

    /** @param commands of the profile that is open */
    StatusBar(Desk desk, Status status, ZoneId zone, List<Command> commands, Command language, Command theme) {
        texts = desk.texts();
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(connection(status, zone), pending(status), attention(desk, status));
        status.reminders().forEach(reminder -> getChildren().add(reminder(reminder)));
        getChildren()
                .addAll(
                        space,
                        new JobsView(texts, desk.background().jobs()),
                        languageButton(language),
                        themeButton(desk, theme));
        addReason(status, commands);
    }

    /** Beside the edits that wait: it goes with the next ones. */
    private void addReason(Status status, List<Command> commands) {
        command(commands, "edit.reason")
                .ifPresent(ask -> command(commands, "edit.reason.clear")
                        .ifPresent(clear ->
                                getChildren().add(BEFORE_THE_SPACE, new ReasonChip(texts, status, ask, clear))));
    }

    private static Optional<Command> command(List<Command> commands, String text) {
        return commands.stream().filter(command -> command.text().equals(text)).findFirst();
    }

    private Node connection(Status status, ZoneId zone) {
        var dot = new Circle(4);
        dot.getStyleClass().add("connection-dot");
        var label = new Label(null, dot);
        label.setId("status-connection");
        label.getStyleClass().add("status-connection");
        label.setAccessibleRole(AccessibleRole.TEXT);
        label.textProperty()
                .bind(texts.compute(
                        () -> {
                            var at = status.syncedAtProperty().get();
                            var state = status.connectionProperty().get();
                            var loaded = status.loadedProperty().get();
                            if (loaded != null && state == Connection.SYNCING) {
                                return loading(texts, loaded);
                            }
                            return state == Connection.SYNCED && at != null
                                    ? texts.get(
                                            "connection.synced.at",
                                            "time",
                                            texts.formats().time(at, zone))
                                    : texts.get("connection." + state.word());
                        },
                        status.connectionProperty(),
                        status.loadedProperty(),
                        status.syncedAtProperty()));
        status.connectionProperty().subscribe(state -> dot.getStyleClass().setAll("connection-dot", state.word()));
        return label;
    }

    static String loading(Texts texts, Status.Loaded loaded) {
        var formats = texts.formats();
        return texts.get(
                "connection.loading",
                "rows",
                formats.number(loaded.rows()),
                "total",
                formats.number(Math.max(loaded.rows(), loaded.total())));
    }

    private Node pending(Status status) {
        var label = new Label();
        label.setId("status-pending");
        label.getStyleClass().add("status-pending");
        label.textProperty()
                .bind(texts.compute(
                        () -> texts.count(
                                "status.pending", status.pendingProperty().get()),
                        status.pendingProperty()));
        return label;
    }

    /** Leads to what waits for the user; nothing waits, nothing stands there. */
    private Node attention(Desk desk, Status status) {
        var button = new Button(null, new FontIcon(Feather.ALERT_TRIANGLE));
        button.setId("status-attention");
        button.getStyleClass().addAll(Styles.FLAT, "status-button", "status-attention");
        button.textProperty()
                .bind(texts.compute(
                        () -> texts.count(
                                "status.attention", status.attentionProperty().get()),
                        status.attentionProperty()));
        button.visibleProperty().bind(status.attentionProperty().greaterThan(0));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> desk.navigator().open("conflicts"));
        return button;
    }

    /** Calm: nothing is wrong yet. */
    private Node reminder(Reminder reminder) {
        var button = new Button(null, new FontIcon(reminder.icon()));
        button.getStyleClass().addAll(Styles.FLAT, "status-button");
        button.textProperty()
                .bind(texts.compute(
                        () -> texts.count(reminder.text(), reminder.count().get()), reminder.count()));
        button.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> reminder.count().get() > 0, reminder.count()));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> reminder.open().run());
        return button;
    }

    private Node languageButton(Command language) {
        var button = new Button();
        button.setId("switch-language");
        button.getStyleClass().addAll(Styles.FLAT, "status-button");
        button.textProperty().bind(texts.bind("language.short"));
        button.setOnAction(event -> language.run());
        describe(button, language);
        return button;
    }

    private Node themeButton(Desk desk, Command theme) {
        var button = new Button();
        button.setId("switch-theme");
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "status-button");
        button.graphicProperty()
                .bind(desk.look().darkProperty().map(dark -> new FontIcon(dark ? Feather.SUN : Feather.MOON)));
        button.setOnAction(event -> theme.run());
        describe(button, theme);
        return button;
    }

    private void describe(Button button, Command command) {
        var tip = new Tooltip();
        tip.textProperty().bind(texts.bind(command.text()));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(texts.bind(command.text()));
    }
}
