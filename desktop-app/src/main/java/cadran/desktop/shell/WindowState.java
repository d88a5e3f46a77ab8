package cadran.desktop.shell;

import cadran.desktop.platform.SettingsFile;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window was, brought back inside whatever screens there are now. */
public final class WindowState {
    private static final String PLACE = "window.place";
    private static final String MAXIMISED = "window.maximised";

    private WindowState() {}

    public static void restore(Stage stage, SettingsFile settings) {
        var screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        settings.get(PLACE).flatMap(WindowState::parse).ifPresent(remembered -> {
            var place = inside(remembered, screens);
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
        });
        stage.setMaximized(settings.get(MAXIMISED).map(Boolean::valueOf).orElse(false));
    }

    public static void remember(Stage stage, SettingsFile settings) {
        settings.put(MAXIMISED, Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified()) {
            settings.put(
                    PLACE,
                    Math.round(stage.getX()) + " " + Math.round(stage.getY()) + " " + Math.round(stage.getWidth()) + " "
                            + Math.round(stage.getHeight()));
        }
    }

    /** Moved and shrunk as little as needed to lie on the screen that shows most of it, or on the first. */
    static Rectangle2D inside(Rectangle2D wanted, List<Rectangle2D> screens) {
        var screen = screens.getFirst();
        double most = 0;
        for (var each : screens) {
            double shown = shared(wanted, each);
            if (shown > most) {
                most = shown;
                screen = each;
            }
        }
        double width = Math.min(wanted.getWidth(), screen.getWidth());
        double height = Math.min(wanted.getHeight(), screen.getHeight());
        return new Rectangle2D(
                Math.clamp(wanted.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(wanted.getMinY(), screen.getMinY(), screen.getMaxY() - height),
                width,
                height);
    }

    private static double shared(Rectangle2D one, Rectangle2D other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    private static Optional<Rectangle2D> parse(String text) {
        if (!text.matches("(-?\\d{1,6} ){2}\\d{1,6} \\d{1,6}")) {
            return Optional.empty();
        }
        var parts = text.split(" ", 4);
        return Optional.of(new Rectangle2D(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3])));
    }
}
