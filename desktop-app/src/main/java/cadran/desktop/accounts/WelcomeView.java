package cadran.desktop.accounts;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Desk;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way to an open profile, one step at a time; {@code opened} is called at its end. */
public final class WelcomeView extends BorderPane {
    private final Desk desk;
    private final Accounts accounts;
    private final Consumer<Throwable> unexpected;
    private final Runnable opened;
    private final StackPane place = new StackPane();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public WelcomeView(Desk desk, Accounts accounts, Step first, Consumer<Throwable> unexpected, Runnable opened) {
        this.desk = desk;
        this.accounts = accounts;
        this.unexpected = unexpected;
        this.opened = opened;
        getStyleClass().add("welcome");
        var progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.getStyleClass().addAll(Styles.SMALL, "welcome-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.visibleProperty().bind(busy);
        progress.accessibleTextProperty().bind(desk.texts().bind("welcome.busy"));
        place.disableProperty().bind(busy);
        var card = new VBox(progress, brand(), place);
        card.getStyleClass().add("welcome-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var middle = new StackPane(card);
        middle.getStyleClass().add("welcome-middle");
        var scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("welcome-scroll");
        setCenter(scroll);
        setBottom(switches());
        show(first);
    }

    /** Goes where this answer leads; until then the way here is closed. */
    public void follow(CompletableFuture<Step> answer) {
        next(answer, problem -> desk.toasts().show(texts().problem(problem)));
    }

    void show(Step step) {
        switch (step) {
            case Step.Welcome start -> put(new StartPane(this, start.profiles()));
            case Step.SignIn known -> put(new SignInPane(this, known.why(), known.server(), known.email()));
            case Step.Invited invited -> put(new InvitedPane(this, invited));
            case Step.SetUp setUp -> put(new SetUpPane(this, setUp));
            case Step.ReplacePassword replace -> put(new ReplacePasswordPane(this, replace));
            case Step.ChooseOrganisation choose -> put(new OrganisationsPane(this, choose.organisations()));
            case Step.ChoosePassphrase ignored -> put(new NewPassphrasePane(this));
            case Step.EnterPassphrase enter -> put(new PassphrasePane(this, enter));
            case Step.Opened ignored -> opened.run();
        }
    }

    void put(Node pane) {
        place.getChildren().setAll(pane);
        if (pane instanceof StepPane step) {
            Platform.runLater(step::focusFirst);
        }
    }

    /** Back to where everybody begins. */
    void start() {
        follow(accounts.start());
    }

    /** Goes where the answer leads; a problem goes to the pane that asked. */
    void next(CompletableFuture<Step> answer, Consumer<Problem> refused) {
        await(answer, this::show, refused);
    }

    /** Waits without freezing. */
    @SuppressWarnings("FutureReturnValueIgnored") // take() gets every failure
    <T> void await(CompletableFuture<T> answer, Consumer<T> then, Consumer<Problem> refused) {
        busy.set(true);
        answer.whenComplete((found, failure) -> Platform.runLater(() -> {
            busy.set(false);
            take(found, failure, then, refused);
        }));
    }

    private <T> void take(@Nullable T found, @Nullable Throwable failure, Consumer<T> then, Consumer<Problem> refused) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof ProblemException expected) {
            // The inputs were disabled while waiting and can take the focus again only now.
            refused.accept(expected.problem());
        } else if (cause != null) {
            unexpected.accept(cause);
        } else if (found != null) {
            then.accept(found);
        }
    }

    Desk desk() {
        return desk;
    }

    Texts texts() {
        return desk.texts();
    }

    Accounts accounts() {
        return accounts;
    }

    private Node brand() {
        var brand = new Label(null, new FontIcon(Feather.CLOCK));
        brand.textProperty().bind(texts().bind("app.name"));
        brand.getStyleClass().add("welcome-brand");
        return brand;
    }

    private Node switches() {
        var language = new Button();
        language.setId("switch-language");
        language.getStyleClass().addAll(Styles.FLAT, "status-button");
        language.textProperty().bind(texts().bind("language.switch_to"));
        language.setOnAction(event -> {
            var property = texts().languageProperty();
            property.set(property.get().other());
        });
        var theme = new Button();
        theme.setId("switch-theme");
        theme.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "status-button");
        theme.graphicProperty()
                .bind(desk.look().darkProperty().map(dark -> new FontIcon(dark ? Feather.SUN : Feather.MOON)));
        theme.accessibleTextProperty().bind(texts().bind("shell.theme.switch"));
        theme.setOnAction(event -> desk.look().toggle());
        var bar = new HBox(language, theme);
        bar.getStyleClass().add("welcome-switches");
        bar.setAlignment(Pos.CENTER_RIGHT);
        return bar;
    }
}
