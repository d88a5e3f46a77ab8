package cadran.desktop;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.platform.Background;
import cadran.desktop.platform.SettingsFile;
import cadran.desktop.platform.TextClipboard;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.samples.SampleTexts;
import cadran.desktop.shell.AppWindow;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.ShellNavigator;
import cadran.desktop.shell.ShellView;
import cadran.desktop.shell.Status;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Confirm;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Look;
import cadran.desktop.ui.Modals;
import cadran.desktop.ui.Theme;
import cadran.desktop.ui.Toasts;
import cadran.model.problem.Problem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Opens windows of 1280 × 800: a node, features or a whole profile, on a desk of the test's own. */
public abstract class UiTest extends ToolkitTest {
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    public Path folder;

    /** Size of the next window. */
    protected double width = 1280;

    protected double height = 800;

    /** Hundreds of windows are too many: without a display, JavaFX keeps the picture of each. */
    protected boolean keepsWindow;

    protected Status status = new Status();
    protected final Copied clipboard = new Copied();
    protected final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
    protected final List<Throwable> bugs = Collections.synchronizedList(new ArrayList<>());
    /** What is chosen where a file is asked for. */
    protected final ChosenFile files = new ChosenFile();

    private final List<Background> backgrounds = new ArrayList<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final ShellNavigator navigator = new ShellNavigator();

    @AfterEach
    void closeEverything() throws Exception {
        onFx(() -> List.copyOf(Window.getWindows()).forEach(UiTest::closeForGood));
        closeOpened();
        FxToolkit.cleanupStages();
        if (!bugs.isEmpty()) {
            throw new AssertionError("unexpected error", bugs.getFirst());
        }
    }

    /** JavaFX's headless windows hold on to each other for as long as the process lives: what they showed is let go. */
    private static void closeForGood(Window window) {
        window.hide();
        if (window instanceof Stage closed) {
            closed.titleProperty().unbind();
            closed.setScene(new Scene(new Group()));
        }
    }

    /** A test that opens many things closes each before the next: an open profile keeps its pages in memory. */
    protected void closeOpened() throws Exception {
        for (var each : toClose) {
            each.close();
        }
        toClose.clear();
        backgrounds.clear();
    }

    /** A desk over a throw-away settings file. Problems nobody handled land in {@link #problems}. */
    protected Desk desk(Language language) {
        return onFx(() -> {
            var settings = new SettingsFile(folder.resolve("settings.properties"), Runnable::run);
            var texts = new Texts(language, SampleTexts::with);
            var background = new Background(Platform::runLater, problems::add, bugs::add);
            toClose.add(background);
            backgrounds.add(background);
            var look = new Look(settings);
            if (settings.get("theme").filter(name -> !name.equals("SYSTEM")).isEmpty()) {
                look.themeProperty().set(Theme.LIGHT);
            }
            var modals = new Modals();
            return new Desk(
                    texts,
                    background,
                    modals,
                    new Confirm(texts, modals),
                    new Toasts(texts, Duration.seconds(6)),
                    look,
                    settings,
                    clipboard,
                    files,
                    navigator);
        });
    }

    /** The whole window with these features, the first in front. */
    protected ShellView showShell(Desk desk, List<? extends Feature> features) {
        return showShell(desk, features, List.of());
    }

    /** @param commands of the whole window */
    protected ShellView showShell(Desk desk, List<? extends Feature> features, List<Command> commands) {
        var made = onFx(() -> {
            var opened = new ShellView(desk, status, PARIS, List.copyOf(features), commands);
            navigator.in(opened);
            showNow(desk, opened);
            return opened;
        });
        settle();
        return made;
    }

    /** A profile as the program shows it, synced by its engine. */
    protected ShellView showProfile(Desk desk, OpenProfile open) {
        var made = onFx(() -> {
            var opened = new ProfileWindow(desk, open, PARIS).show(to -> {});
            navigator.in(opened);
            showNow(desk, opened);
            return opened;
        });
        settle();
        return made;
    }

    /** Closed after the test, before its window. */
    public <C extends AutoCloseable> C closing(C closeable) {
        toClose.addFirst(closeable);
        return closeable;
    }

    /** One node in the window, with panes and toasts over it. */
    protected <N extends Node> N show(Desk desk, Callable<N> content) {
        var made = onFx(() -> {
            var node = content.call();
            showNow(desk, node);
            return node;
        });
        settle();
        return made;
    }

    private void showNow(Desk desk, Node node) {
        var window = keepsWindow && stage != null ? stage : new Stage();
        new AppWindow(window, desk.texts(), desk.look(), desk.modals(), desk.toasts(), width, height).show(node);
        // The headless screen is 1000 pixels wide: centred, the left of the window would lie outside of it.
        window.setX(0);
        window.setY(0);
        stage = window;
        window.sizeToScene();
        window.show();
        window.requestFocus();
    }

    /** Waits until nothing is done in the background of any window, and what it brought is laid out. */
    protected void quiet() {
        settle();
        await(
                "quiet",
                () -> backgrounds.stream()
                        .allMatch(background -> background.jobs().isEmpty()));
        settle();
    }

    /** Types keys and waits for all that follows from them. */
    protected void press(KeyCode... keys) {
        type(keys);
        quiet();
    }

    /** A clipboard of the test's own. */
    public static final class Copied implements TextClipboard {
        private volatile String text = "";

        @Override
        public String text() {
            return text;
        }

        @Override
        public void put(String copied) {
            text = copied;
        }
    }
}
