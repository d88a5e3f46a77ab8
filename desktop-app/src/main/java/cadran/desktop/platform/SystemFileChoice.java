package cadran.desktop.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own dialogs. */
public final class SystemFileChoice implements FileChoice {
    private final Window owner;

    public SystemFileChoice(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(String title, String typeName, String pattern) {
        return Optional.ofNullable(chooser(title, typeName, pattern).showOpenDialog(owner))
                .map(File::toPath);
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, String typeName, String pattern) {
        var chooser = chooser(title, typeName, pattern);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private static FileChooser chooser(String title, String typeName, String pattern) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(typeName, pattern));
        return chooser;
    }
}
