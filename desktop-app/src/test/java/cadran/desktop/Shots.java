package cadran.desktop;

import cadran.desktop.i18n.Language;
import cadran.desktop.organisation.TestServer;
import cadran.desktop.shell.Status;
import cadran.desktop.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A picture of every screen in both themes and both languages, to be looked at. */
public class Shots extends UiTest {
    /** One line for each part of the program. */
    private static final List<Screen> SCREENS = Stream.of(
                    KitScreens.all(),
                    InventoryScreens.all(),
                    PaneScreens.all(),
                    OwnScreens.all(),
                    HomeScreens.all(),
                    InboxScreens.all(),
                    BlocksScreens.all(),
                    OrganisationScreens.all())
            .flatMap(List::stream)
            .toList();

    private @Nullable TestServer server;

    /** One server with people in it for all pictures that need one. */
    TestServer server() {
        return Objects.requireNonNull(server);
    }

    /** Not when the first picture asks for it: that is on the UI thread. */
    @BeforeEach
    void startServer() {
        server = new TestServer(folder.resolve("server"));
        server.populate();
    }

    @AfterEach
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyScreenInBothThemesAndLanguages() throws Exception {
        var target = Path.of(System.getProperty("cadran.shots", "target/shots"));
        var only = List.of(System.getProperty("cadran.shots.only", "").split(","));
        width = 1366;
        height = 768;
        keepsWindow = true;
        for (var language : Language.values()) {
            for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                for (var screen : SCREENS) {
                    var file = screen.name() + "-" + language.code() + "-"
                            + theme.name().toLowerCase(Locale.ROOT) + ".png";
                    if (only.stream().anyMatch(file::contains)) {
                        take(screen, language, theme, target.resolve(file));
                    }
                }
            }
        }
    }

    private void take(Screen screen, Language language, Theme theme, Path file) throws Exception {
        Files.deleteIfExists(folder.resolve("settings.properties"));
        // The window of the picture before listens to the old one.
        status = new Status();
        var desk = desk(language);
        onFx(() -> desk.look().themeProperty().set(theme));
        show(desk, () -> screen.opening().open(desk, this));
        await("quiet", () -> desk.background().jobs().isEmpty());
        settle();
        screen.then().act(desk, this);
        settle();
        await("quiet", () -> desk.background().jobs().isEmpty());
        settle();
        onFx(() -> {
            var shown = Objects.requireNonNull(stage);
            Png.write(withPopups(shown), file);
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> !window.equals(shown))
                    .forEach(Window::hide);
            shown.setScene(new Scene(new Group()));
        });
        closeOpened();
    }

    /** Lists under a field and tips are windows of their own: a snapshot of the scene has none of them. */
    private static WritableImage withPopups(Stage shown) {
        var scene = shown.getScene();
        var canvas = new Canvas(scene.getWidth(), scene.getHeight());
        var pen = canvas.getGraphicsContext2D();
        pen.drawImage(scene.snapshot(null), 0, 0);
        Window.getWindows().stream()
                .filter(window -> window.isShowing() && !window.equals(shown))
                .forEach(window -> pen.drawImage(
                        clear(window.getScene()),
                        window.getX() - shown.getX() - scene.getX(),
                        window.getY() - shown.getY() - scene.getY()));
        return canvas.snapshot(null, null);
    }

    /** What is round its corners belongs to what lies under it. */
    private static WritableImage clear(Scene popup) {
        var clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        clear.setViewport(new Rectangle2D(0, 0, popup.getWidth(), popup.getHeight()));
        return popup.getRoot().snapshot(clear, null);
    }
}
