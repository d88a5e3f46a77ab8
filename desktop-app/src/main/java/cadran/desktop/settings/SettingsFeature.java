package cadran.desktop.settings;

import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.shell.Feature;
import cadran.desktop.ui.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Language, theme, density, zoom; where the data lie and what guards them. */
public final class SettingsFeature implements Feature {
    private final Desk desk;
    private final Path folder;
    private final KeyProtection protection;
    private final List<Supplier<Node>> sections;

    /**
     * @param folder of the profile's files
     * @param sections of other parts of the program
     */
    public SettingsFeature(Desk desk, Path folder, KeyProtection protection, List<Supplier<Node>> sections) {
        this.desk = desk;
        this.folder = folder;
        this.protection = protection;
        this.sections = List.copyOf(sections);
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String titleKey() {
        return "settings.title";
    }

    @Override
    public String groupKey() {
        return "settings.group";
    }

    @Override
    public Ikon icon() {
        return Feather.SETTINGS;
    }

    @Override
    public Node view() {
        return new SettingsView(
                desk, folder, protection, sections.stream().map(Supplier::get).toList());
    }
}
