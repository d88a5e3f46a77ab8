package cadran.desktop.organisation;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import cadran.desktop.platform.Lane;
import cadran.desktop.platform.Work;
import cadran.desktop.shell.Connection;
import cadran.desktop.ui.EmptyState;
import cadran.model.problem.Problem;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A screen whose truth is on the server. Nothing of it is kept here, because a list of rights of yesterday would
 * mislead: without the server it says so instead.
 */
final class ServerView extends VBox {
    private final ServerDesk server;
    private final Texts texts;
    private final Node content;
    private final Runnable reload;
    private final StackPane body = new StackPane();
    private final HBox notice = new HBox();
    private final Label noticeText = new Label();
    private final FontIcon noticeIcon = new FontIcon(Feather.ALERT_TRIANGLE);
    private final BooleanProperty busy = new SimpleBooleanProperty(false);
    private final BooleanProperty loaded = new SimpleBooleanProperty(false);
    private final BooleanProperty unreachable = new SimpleBooleanProperty(false);
    private final PauseTransition patience = new PauseTransition(Duration.millis(250));
    private @Nullable Node waitingForFocus;
    private int asked;

    /** @param reload what asks the server again, by {@link #load} */
    ServerView(ServerDesk server, Node head, Node content, Runnable reload) {
        this.server = server;
        this.texts = server.texts();
        this.content = content;
        this.reload = reload;
        getStyleClass().add("screen");
        notice.getStyleClass().add("screen-notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        noticeText.setId("screen-notice");
        noticeText.setWrapText(true);
        noticeText.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(noticeText, Priority.ALWAYS);
        var close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        close.accessibleTextProperty().bind(texts.bind("toast.close"));
        close.setOnAction(event -> clearNotice());
        notice.getChildren().addAll(noticeIcon, noticeText, close);
        notice.managedProperty().bind(notice.visibleProperty());
        clearNotice();
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, notice, body);
        var spinner = new ProgressIndicator();
        spinner.setMaxSize(36, 36);
        spinner.accessibleTextProperty().bind(texts.bind("work.server"));
        patience.setOnFinished(event -> body.getChildren().setAll(spinner));
        server.status().connectionProperty().subscribe(connection -> {
            if (connection != Connection.OFFLINE && unreachable.get() && getScene() != null) {
                reload.run();
            }
        });
    }

    /** Off until there is something to act on, and while an action waits for its answer: a second click does nothing. */
    BooleanBinding ready() {
        return loaded.and(busy.not());
    }

    /** Gives the keyboard to this part of the content, once it is there. */
    void focus(Node target) {
        if (loaded.get()) {
            target.requestFocus();
        } else {
            waitingForFocus = target;
        }
    }

    /** Asks the server; what came before stays until the answer is here, the newest question wins. */
    <T> void load(Work<T> work, Consumer<T> then) {
        int number = ++asked;
        if (!loaded.get()) {
            if (server.status().connectionProperty().get() == Connection.OFFLINE) {
                showOffline();
            } else {
                patience.playFromStart();
            }
        }
        server.desk()
                .background()
                .run(
                        Lane.READERS,
                        "work.server",
                        work,
                        answer -> {
                            if (number == asked) {
                                patience.stop();
                                unreachable.set(false);
                                loaded.set(true);
                                body.getChildren().setAll(content);
                                then.accept(answer);
                                giveFocus();
                            }
                        },
                        problem -> {
                            if (number == asked) {
                                patience.stop();
                                fail(problem);
                            }
                        });
    }

    /** Does something on the server; a refusal is told over the content, where it stays until the next action. */
    <T> void act(Work<T> work, Consumer<T> then) {
        act(work, then, this::tell);
    }

    <T> void act(Work<T> work, Consumer<T> then, Consumer<Problem> refused) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        clearNotice();
        server.desk()
                .background()
                .run(
                        Lane.READERS,
                        "work.server",
                        work,
                        answer -> {
                            busy.set(false);
                            then.accept(answer);
                        },
                        problem -> {
                            busy.set(false);
                            refused.accept(server.wording().inWords(problem));
                        });
    }

    void tell(Problem problem) {
        say(server.wording().problem(problem), false);
    }

    /** @param good whether it is a success, which is drawn so */
    void say(String sentence, boolean good) {
        noticeIcon.setIconCode(good ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
        notice.getStyleClass().removeAll("good", "bad");
        notice.getStyleClass().add(good ? "good" : "bad");
        noticeText.setText(sentence);
        notice.setVisible(true);
    }

    void clearNotice() {
        notice.setVisible(false);
    }

    private void giveFocus() {
        if (waitingForFocus != null) {
            waitingForFocus.requestFocus();
            waitingForFocus = null;
        }
    }

    private void fail(Problem problem) {
        loaded.set(false);
        var family = problem.code().substring(0, Math.max(0, problem.code().indexOf('.')));
        if (problem.equals(ServerAnswer.OFFLINE)) {
            showOffline();
        } else if (problem.code().equals("right.missing")) {
            body.getChildren()
                    .setAll(new EmptyState(Feather.LOCK, texts.bind("grid.no-right"), texts.bind("grid.no-right.hint")));
        } else if (family.equals("auth")) {
            body.getChildren()
                    .setAll(new EmptyState(
                            Feather.LOG_IN, texts.bind("server.signed-out"), texts.bind("server.signed-out.hint")));
        } else {
            body.getChildren()
                    .setAll(new EmptyState(
                                    Feather.ALERT_TRIANGLE,
                                    texts.bind("grid.failed"),
                                    texts.compute(() -> server.wording().problem(problem)))
                            .action(texts, "action.retry", reload));
        }
    }

    private void showOffline() {
        unreachable.set(true);
        body.getChildren()
                .setAll(new EmptyState(
                                Feather.WIFI_OFF, texts.bind("server.offline"), texts.bind("server.offline.hint"))
                        .action(texts, "action.retry", reload));
    }
}
