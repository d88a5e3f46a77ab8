package cadran.desktop.settings;

import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.shell.Feature;
import cadran.desktop.ui.Desk;
import java.nio.file.Path;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Language, theme, density, zoom; where the data lie and what guards them. */
public final class SettingsFeature implements Feature {
    private final Desk desk;
    private final Path folder;
    private final KeyProtection protection;

    /** @param folder of the profile's files */
    public SettingsFeature(Desk desk, Path folder, KeyProtection protection) {
        this.desk = desk;
        this.folder = folder;
        this.protection = protection;
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
        return new SettingsView(desk, folder, protection);
    }
}
