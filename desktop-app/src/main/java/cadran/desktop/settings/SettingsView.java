package cadran.desktop.settings;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Look;
import cadran.desktop.ui.Segments;
import cadran.desktop.ui.Theme;
import cadran.model.views.RowHeight;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Everything takes effect at once; there is nothing to save. */
final class SettingsView extends ScrollPane {
    private final Texts texts;

    SettingsView(Desk desk, Path folder, KeyProtection protection, List<Node> sections) {
        texts = desk.texts();
        var look = desk.look();
        var title = label("settings.title", "screen-title");
        var content = new VBox(
                title,
                label("settings.look", "settings-heading"),
                line(
                        "settings.language",
                        new Segments<>(
                                texts.languageProperty(),
                                List.of(Language.values()),
                                each -> texts.bind("language." + each.code()))),
                line(
                        "settings.theme",
                        new Segments<>(
                                look.themeProperty(),
                                List.of(Theme.values()),
                                each -> texts.bind("theme." + word(each)))),
                line(
                        "settings.density",
                        new Segments<>(
                                look.densityProperty(),
                                List.of(RowHeight.values()),
                                each -> texts.bind("density." + word(each)))),
                line("settings.zoom", zoom(look)),
                label("settings.data", "settings-heading"),
                line("settings.folder", path(folder)),
                line("settings.protection", protection(protection)));
        content.getChildren().addAll(sections);
        content.getStyleClass().add("settings");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("settings-scroll");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Label label(String key, String role) {
        var label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add(role);
        return label;
    }

    private Node line(String key, Node control) {
        var name = label(key, "settings-label");
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(name.textProperty());
        HBox.setHgrow(control, Priority.ALWAYS);
        var line = new HBox(name, control);
        line.getStyleClass().add("settings-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node zoom(Look look) {
        var slider = new Slider(
                Look.SMALLEST_ZOOM, Look.LARGEST_ZOOM, look.zoomProperty().get());
        slider.setId("zoom");
        slider.setMajorTickUnit(10);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(10);
        slider.setSnapToTicks(true);
        slider.setMaxWidth(260);
        // While it is dragged the window must not change under the mouse.
        slider.valueProperty().subscribe(value -> {
            if (!slider.isValueChanging()) {
                look.zoomProperty().set((int) Math.round(value.doubleValue() / 10) * 10);
            }
        });
        slider.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                look.zoomProperty().set((int) Math.round(slider.getValue() / 10) * 10);
            }
        });
        look.zoomProperty().subscribe(percent -> slider.setValue(percent.doubleValue()));
        var shown = new Label();
        shown.getStyleClass().add("number");
        shown.textProperty()
                .bind(texts.compute(
                        () -> texts.formats().percent(look.zoomProperty().get() / 100.0), look.zoomProperty()));
        slider.accessibleHelpProperty().bind(shown.textProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
        var both = new HBox(slider, shown);
        both.getStyleClass().add("settings-zoom");
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Node path(Path folder) {
        var field = new TextField(folder.toString());
        field.setEditable(false);
        field.getStyleClass().add("settings-path");
        return field;
    }

    private Node protection(KeyProtection protection) {
        var label = label("settings.protection." + word(protection), "settings-value");
        label.setWrapText(true);
        return label;
    }
}
