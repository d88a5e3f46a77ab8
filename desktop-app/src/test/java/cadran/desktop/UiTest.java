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
import cadran.desktop.shell.ShellView;
import cadran.desktop.shell.Status;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Confirm;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Look;
import cadran.desktop.ui.Modals;
import cadran.desktop.ui.Navigator;
import cadran.desktop.ui.Theme;
import cadran.desktop.ui.Toasts;
import cadran.model.problem.Problem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A window of 1280 × 800 without a display, real keys, and waiting for conditions instead of time. Controls are made
 * inside {@link #onFx}, never in field initialisers: the toolkit may not run yet.
 */
public abstract class UiTest {
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    public Path folder;

    /** Size of the next window. */
    protected double width = 1280;

    protected double height = 800;

    /** Hundreds of windows are too many: without a display, JavaFX keeps the picture of each. */
    protected boolean keepsWindow;

    protected final FxRobot robot = new FxRobot();
    protected Status status = new Status();
    protected final Copied clipboard = new Copied();
    protected final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
    protected final List<Throwable> bugs = Collections.synchronizedList(new ArrayList<>());
    protected @Nullable Stage stage;
    /** What is chosen where a file is asked for. */
    protected final ChosenFile files = new ChosenFile();

    private final List<AutoCloseable> toClose = new ArrayList<>();
    private @Nullable ShellView shell;

    @BeforeEach
    void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

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
    }

    /** A desk over a throw-away settings file. Problems nobody handled land in {@link #problems}. */
    protected Desk desk(Language language) {
        return onFx(() -> {
            var settings = new SettingsFile(folder.resolve("settings.properties"), Runnable::run);
            var texts = new Texts(language, SampleTexts::with);
            var background = new Background(Platform::runLater, problems::add, bugs::add);
            toClose.add(background);
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
                    new Opening());
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
            shell = opened;
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
            shell = opened;
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

    protected void resize(double newWidth, double newHeight) {
        onFx(() -> {
            var window = Objects.requireNonNull(stage);
            window.setWidth(newWidth);
            window.setHeight(newHeight);
        });
        settle();
    }

    protected static <T extends @Nullable Object> T onFx(Callable<T> call) {
        var task = new FutureTask<>(call);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    protected static void onFx(Runnable action) {
        onFx(Executors.callable(action, Optional.empty()));
    }

    /** Waits until it holds, asked on the UI thread; fails with {@code what} after a while. */
    protected static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never happened: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    protected void type(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    protected void write(String text) {
        robot.write(text, 0);
        settle();
    }

    protected void click(Node node) {
        robot.clickOn(node);
        settle();
    }

    /** Lets what the UI thread has queued run, and two layout pulses pass: controls put off much of their work to them. */
    protected static void settle() {
        for (int i = 0; i < 2; i++) {
            WaitForAsyncUtils.waitForFxEvents(1);
            var pulsed = new CountDownLatch(1);
            onFx(() -> Window.getWindows().stream()
                    .map(Window::getScene)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresentOrElse(scene -> nextPulse(scene, pulsed), pulsed::countDown));
            try {
                if (!pulsed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("no layout pulse");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void nextPulse(Scene scene, CountDownLatch pulsed) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                pulsed.countDown();
            }
        });
        Platform.requestNextPulse();
    }

    protected Node byId(String id) {
        return find("#" + id, node -> id.equals(node.getId()));
    }

    protected Node byClass(String styleClass) {
        return find("." + styleClass, node -> node.getStyleClass().contains(styleClass));
    }

    protected Node byText(String text) {
        return find("“" + text + "”", node -> text.equals(textOf(node)));
    }

    protected <N extends Node> N one(Class<N> type) {
        return type.cast(find(type.getSimpleName(), type::isInstance));
    }

    protected boolean isShown(String text) {
        return onFx(() -> shownNodes().anyMatch(node -> text.equals(textOf(node))));
    }

    protected boolean isShown(Predicate<String> text) {
        return onFx(() -> shownNodes().map(UiTest::textOf).anyMatch(text));
    }

    /** All texts on the screen, in the order of the nodes. */
    protected List<String> texts() {
        return onFx(() ->
                shownNodes().map(UiTest::textOf).filter(text -> !text.isBlank()).toList());
    }

    protected @Nullable Node focused() {
        return onFx(() -> stage == null ? null : stage.getScene().getFocusOwner());
    }

    private Node find(String what, Predicate<Node> condition) {
        var found = new ArrayList<Node>();
        await(what + " to appear", () -> {
            found.clear();
            shownNodes().filter(condition).forEach(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private static Stream<Node> shownNodes() {
        Function<Window, Stream<Node>> nodes = window -> window.getScene() == null
                ? Stream.empty()
                : tree(window.getScene().getRoot());
        return List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .flatMap(nodes);
    }

    private static Stream<Node> tree(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(UiTest::tree))
                : Stream.of(node);
    }

    private static String textOf(Node node) {
        var text = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case Text ignored -> "";
            default -> "";
        };
        return text == null ? "" : text;
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

    private final class Opening implements Navigator {
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

        @Override
        public void find(String featureId, String line) {
            if (shell != null) {
                shell.find(featureId, line);
            }
        }
    }
}
