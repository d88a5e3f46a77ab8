package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Form;
import cadran.model.auth.Consent;
import cadran.model.auth.ConsentDocument;
import cadran.model.auth.DeviceSession;
import cadran.model.auth.Me;
import cadran.model.auth.PasswordChange;
import cadran.model.auth.PasswordRules;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The user's own account: who they are here, their devices, password and consents. */
final class AccountView {
    private final ServerDesk server;
    private final Texts texts;
    private final VBox content = new VBox();
    private final DeviceList devices;
    private final ServerView view;

    private record Loaded(Me me, List<DeviceSession> devices) {}

    AccountView(ServerDesk server) {
        this.server = server;
        this.texts = server.texts();
        devices = new DeviceList(
                server,
                () -> ServerAnswer.of(server.auth().sessions()).items(),
                session -> ServerAnswer.done(server.auth().revokeSession(session)));
        content.getStyleClass().add("settings");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("settings-scroll");
        view = new ServerView(server, new TitleBar(texts, "account.title"), scroll, this::load);
    }

    ServerFeature feature() {
        return new ServerFeature("account", "settings.group", Feather.USER, null, view, null, List.of(), this::load);
    }

    private void load() {
        view.load(
                progress -> new Loaded(
                        ServerAnswer.of(server.auth().me()),
                        ServerAnswer.of(server.auth().sessions()).items()),
                loaded -> {
                    show(loaded.me());
                    devices.show(loaded.devices());
                });
    }

    private void show(Me me) {
        content.getChildren()
                .setAll(
                        Lines.of(texts, "members.name", me.name()),
                        Lines.of(texts, "signin.email", hasPassword(me) ? me.email() : "–"),
                        Lines.of(texts, "organisation.title", me.organisationName()),
                        Lines.of(
                                texts,
                                "members.roles",
                                texts.compute(() -> server.wording().roles(me.roles()))),
                        Lines.heading(texts, "account.devices"),
                        devices,
                        Lines.heading(texts, "account.password"),
                        hasPassword(me) ? passwordForm(me) : Lines.hint(texts, "account.password.none"),
                        Lines.heading(texts, "account.consents"));
        for (var document : ConsentDocument.values()) {
            content.getChildren().add(new ConsentLine(server, view, document, last(me, document)).node());
        }
    }

    /** The account that works only on this computer has no address and is entered without a password. */
    private static boolean hasPassword(Me me) {
        return me.email().contains("@");
    }

    private static Optional<Consent> last(Me me, ConsentDocument document) {
        return me.consents().stream()
                .filter(consent -> consent.document() == document)
                .findFirst();
    }

    private Node passwordForm(Me me) {
        var form = new Form(server.desk());
        var current = form.password("current", "account.password.current").required();
        var chosen = form.password("password", "account.password.new")
                .required()
                .rule(typed -> PasswordRules.problem(typed, me.email()));
        form.password("repeat", "account.password.repeat")
                .required()
                .rule(typed -> typed.equals(chosen.value())
                        ? Optional.empty()
                        : Optional.of(Problem.of("passphrase.different")));
        var change = new Button();
        change.setId("change-password");
        change.textProperty().bind(texts.bind("account.password.change"));
        change.disableProperty().bind(view.ready().not());
        change.setOnAction(event -> {
            if (form.check()) {
                var request = new PasswordChange(current.value(), chosen.value());
                view.act(
                        progress -> ServerAnswer.done(server.auth().changePassword(request)),
                        done -> {
                            load();
                            view.say(texts.get("account.password.changed"), true);
                        },
                        form::show);
            }
        });
        form.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
                change.fire();
                event.consume();
            }
        });
        form.add(Lines.hint(texts, "account.password.hint"));
        form.add(change);
        return form;
    }
}
