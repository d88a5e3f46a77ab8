package cadran.desktop;

import cadran.desktop.accounts.ProfileAccounts;
import cadran.desktop.accounts.Step;
import cadran.desktop.accounts.WelcomeView;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.platform.AppFolders;
import cadran.desktop.platform.Background;
import cadran.desktop.platform.SettingsFile;
import cadran.desktop.platform.SystemFileChoice;
import cadran.desktop.platform.SystemKeychain;
import cadran.desktop.platform.SystemTextClipboard;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.profiles.Passphrases;
import cadran.desktop.profiles.ProfileKeys;
import cadran.desktop.profiles.Profiles;
import cadran.desktop.shell.AppWindow;
import cadran.desktop.shell.ShellNavigator;
import cadran.desktop.shell.WindowState;
import cadran.desktop.ui.Confirm;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.ErrorPane;
import cadran.desktop.ui.Look;
import cadran.desktop.ui.Modals;
import cadran.desktop.ui.Toasts;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Wires every object by hand. Read this first. */
public final class App extends Application {
    private final InstantSource clock = InstantSource.system();
    private final ZoneId zone = ZoneId.systemDefault();
    private final AppFolders folders = AppFolders.find(System.getenv());
    private final SettingsFile settings = new SettingsFile(
            folders.config().resolve("settings.properties"),
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
    private final ExecutorService opening = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Background background;
    private @Nullable ProfileAccounts accounts;
    private final ShellNavigator navigator = new ShellNavigator();
    private volatile @Nullable OpenProfile profile;

    @Override
    public void start(Stage stage) {
        var texts = new Texts(language());
        texts.languageProperty().subscribe(language -> settings.put("language", language.code()));
        var look = new Look(settings);
        var modals = new Modals();
        var toasts = new Toasts(texts, Duration.seconds(6));
        Main.ERRORS.showWith(code -> Platform.runLater(() -> ErrorPane.show(texts, modals, code)));
        background = new Background(Platform::runLater, problem -> toasts.show(texts.problem(problem)), Main.ERRORS);
        var desk = new Desk(
                texts,
                background,
                modals,
                new Confirm(texts, modals),
                toasts,
                look,
                settings,
                new SystemTextClipboard(),
                new SystemFileChoice(stage),
                navigator);
        var window = new AppWindow(stage, texts, look, modals, toasts, 1366, 768);
        WindowState.restore(stage, settings);
        stage.setOnHiding(event -> WindowState.remember(stage, settings));
        var entrance = accounts(texts);
        accounts = entrance;
        var welcome = welcome(window, desk, entrance, new Step.Welcome(List.of()));
        window.show(welcome);
        stage.show();
        welcome.follow(entrance.resume());
    }

    private ProfileAccounts accounts(Texts texts) {
        var random = new SecureRandom();
        var keychain = SystemKeychain.find(System.getenv(), System.getProperty("os.name", ""));
        var keys = new ProfileKeys(keychain.orElse(null), Passphrases.USUAL, random);
        var profiles = new Profiles(folders.data().resolve("profiles"), keys, clock, random);
        return new ProfileAccounts(
                profiles, texts, clock, zone, ThisComputer.name(System.getenv()), opening, open -> profile = open);
    }

    private WelcomeView welcome(AppWindow window, Desk desk, ProfileAccounts entrance, Step first) {
        return new WelcomeView(
                desk,
                entrance,
                first,
                failure -> Main.ERRORS.uncaughtException(Thread.currentThread(), failure),
                () -> openShell(window, desk, entrance));
    }

    private void openShell(AppWindow window, Desk desk, ProfileAccounts entrance) {
        var open = profile;
        if (open == null) {
            throw new IllegalStateException("no profile was opened");
        }
        var made = new ProfileWindow(desk, open, ZoneId.of(open.profile().timeZone()))
                .show(to -> leave(window, desk, entrance, open, to));
        navigator.in(made);
        window.show(made);
    }

    private void leave(AppWindow window, Desk desk, ProfileAccounts entrance, OpenProfile open, Leaving to) {
        var server = open.profile().server();
        var next = to == Leaving.SIGN_IN_AGAIN && server != null
                ? new Step.SignIn(
                        Step.SignIn.Why.SESSION_ENDED, server, open.profile().email())
                : new Step.Welcome(List.of());
        navigator.in(null);
        var welcome = welcome(window, desk, entrance, next);
        window.show(welcome);
        desk.background().write("work.close", progress -> closeProfile(), done -> {
            if (to == Leaving.REOPEN) {
                welcome.follow(entrance.open(open.profile().id()));
            } else if (next instanceof Step.Welcome) {
                welcome.follow(entrance.start());
            }
        });
    }

    private boolean closeProfile() {
        var open = profile;
        profile = null;
        if (open != null) {
            open.close();
        }
        return open != null;
    }

    /** Writes under way finish, then the profile closes, then the server inside this process. */
    @Override
    public void stop() {
        if (background != null) {
            background.close();
        }
        closeProfile();
        if (accounts != null) {
            accounts.close();
        }
        opening.close();
        settings.close();
    }

    private Language language() {
        return settings.get("language")
                .map(code -> Language.ofLocale(Locale.of(code)))
                .orElseGet(() -> Language.ofLocale(Locale.getDefault()));
    }
}
