package cadran.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import cadran.desktop.platform.SettingsFile;
import cadran.model.views.RowHeight;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Theme, density and zoom of everything shown, changed on the spot and remembered. */
public final class Look {
    public static final int SMALLEST_ZOOM = 80;
    public static final int LARGEST_ZOOM = 150;
    private static final double FONT_SIZE = 13;

    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<RowHeight> density;
    private final IntegerProperty zoom;
    private final BooleanBinding dark;
    private final DoubleBinding rowHeight;

    public Look(SettingsFile settings) {
        theme = new SimpleObjectProperty<>(read(Theme.class, settings, "theme", Theme.SYSTEM));
        density = new SimpleObjectProperty<>(read(RowHeight.class, settings, "density", RowHeight.COMPACT));
        zoom = new SimpleIntegerProperty(clampZoom(settings.get("zoom")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(100)));
        theme.subscribe(value -> settings.put("theme", value.name()));
        density.subscribe(value -> settings.put("density", value.name()));
        zoom.subscribe(value -> settings.put("zoom", value.toString()));
        var system = Platform.getPreferences().colorSchemeProperty();
        dark = Bindings.createBooleanBinding(
                () -> theme.get() == Theme.DARK || (theme.get() == Theme.SYSTEM && system.get() == ColorScheme.DARK),
                theme,
                system);
        rowHeight = Bindings.createDoubleBinding(
                () -> Math.rint(pixels(density.get()) * zoom.get() / 100.0), density, zoom);
        for (var font : new String[] {"Inter-Regular", "Inter-SemiBold", "Inter-Bold", "InterTabular-Regular"}) {
            Font.loadFont(resource("/cadran/desktop/fonts/" + font + ".otf"), FONT_SIZE);
        }
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ObjectProperty<RowHeight> densityProperty() {
        return density;
    }

    /** In percent. */
    public IntegerProperty zoomProperty() {
        return zoom;
    }

    public void zoomBy(int percent) {
        zoom.set(clampZoom(zoom.get() + percent));
    }

    public BooleanBinding darkProperty() {
        return dark;
    }

    DoubleBinding rowHeightProperty() {
        return rowHeight;
    }

    /** From light to dark or back, leaving the system's choice. */
    public void toggle() {
        theme.set(dark.get() ? Theme.LIGHT : Theme.DARK);
    }

    /** Between the two heights of rows. */
    public void toggleDensity() {
        density.set(density.get() == RowHeight.COMPACT ? RowHeight.COMFORTABLE : RowHeight.COMPACT);
    }

    /** Dresses the scene, now and at every change. The theme itself is the program's, not the scene's: popups need it too. */
    public void dress(Scene scene) {
        scene.getStylesheets()
                .setAll(resource("/cadran/desktop/css/controlsfx.css"), resource("/cadran/desktop/css/cadran.css"));
        dark.subscribe(isDark -> {
            Application.setUserAgentStylesheet(
                    isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            scene.getRoot().getStyleClass().removeAll("dark", "light");
            scene.getRoot().getStyleClass().add(isDark ? "dark" : "light");
        });
        zoom.subscribe(percent -> zoomTo(scene, percent.intValue()));
    }

    private static void zoomTo(Scene scene, int percent) {
        var root = scene.getRoot();
        root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx", FONT_SIZE * percent / 100));
        root.getStyleClass().removeAll("zoomed-in", "zoomed-out");
        if (percent >= 120) {
            root.getStyleClass().add("zoomed-in");
        } else if (percent <= 90) {
            root.getStyleClass().add("zoomed-out");
        }
    }

    /** At 100 %. */
    private static int pixels(RowHeight height) {
        return switch (height) {
            case COMPACT -> 32;
            case COMFORTABLE -> 40;
        };
    }

    private static int clampZoom(int percent) {
        return Math.clamp(percent, SMALLEST_ZOOM, LARGEST_ZOOM);
    }

    private static String resource(String path) {
        return Objects.requireNonNull(Look.class.getResource(path), path).toExternalForm();
    }

    private static <E extends Enum<E>> E read(Class<E> type, SettingsFile settings, String key, E otherwise) {
        return settings.get(key)
                .flatMap(name -> java.util.Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .orElse(otherwise);
    }
}
