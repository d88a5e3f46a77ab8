package cadran.desktop;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.platform.AppFolders;
import cadran.desktop.platform.Background;
import cadran.desktop.platform.SettingsFile;
import cadran.desktop.shell.AppWindow;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.ShellView;
import cadran.desktop.shell.Status;
import cadran.desktop.ui.Confirm;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Look;
import cadran.desktop.ui.Modals;
import cadran.desktop.ui.Navigator;
import cadran.desktop.ui.Toasts;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Wires every object by hand. Read this first. */
public final class App extends Application implements Navigator {
    private final AppFolders folders = AppFolders.find(System.getenv());
    private final SettingsFile settings = new SettingsFile(
            folders.config().resolve("settings.properties"),
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
    private @Nullable Background background;
    private @Nullable ShellView shell;

    @Override
    public void start(Stage stage) {
        var texts = new Texts(language());
        texts.languageProperty().subscribe(language -> settings.put("language", language.code()));
        var modals = new Modals();
        var toasts = new Toasts(texts, Duration.seconds(6));
        background = new Background(Platform::runLater, problem -> toasts.show(texts.problem(problem)), Main.ERRORS);
        var look = new Look(settings);
        var desk = new Desk(texts, background, modals, new Confirm(texts, modals), toasts, look, settings, this);
        var window = new AppWindow(stage, texts, look, modals, toasts, 1366, 768);
        shell = new ShellView(desk, new Status(), ZoneId.systemDefault(), List.<Feature>of(), List.of());
        window.show(shell);
        stage.show();
    }

    @Override
    public void stop() {
        if (background != null) {
            background.close();
        }
        settings.close();
    }

    @Override
    public void open(String featureId) {
        if (shell != null) {
            shell.open(featureId);
        }
    }

    @Override
    public void open(String featureId, String objectId) {
        if (shell != null) {
            shell.open(featureId, objectId);
        }
    }

    private Language language() {
        return settings.get("language")
                .map(code -> Language.ofLocale(Locale.of(code)))
                .orElseGet(() -> Language.ofLocale(Locale.getDefault()));
    }
}
