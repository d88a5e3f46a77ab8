package cadran.desktop;

import java.util.ArrayList;
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
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Drives a toolkit without a display: real keys, and waiting for conditions instead of time. Controls are made inside
 * {@link #onFx}, never in field initialisers: the toolkit may not run yet.
 */
public abstract class ToolkitTest {
    private static final int PATIENCE_SECONDS = 20;

    protected final FxRobot robot = new FxRobot();
    /** The window in front. */
    protected @Nullable Stage stage;

    @BeforeEach
    void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
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
        return onFx(() -> shownNodes().map(ToolkitTest::textOf).anyMatch(text));
    }

    /** All texts on the screen, in the order of the nodes. */
    protected List<String> texts() {
        return onFx(() -> shownNodes()
                .map(ToolkitTest::textOf)
                .filter(text -> !text.isBlank())
                .toList());
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
                        parent.getChildrenUnmodifiable().stream().flatMap(ToolkitTest::tree))
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
}
