package cadran.desktop;

import cadran.desktop.platform.FileChoice;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In place of the system's dialogs, which can't be opened without a display: whoever asks gets this file. */
public final class ChosenFile implements FileChoice {
    private volatile @Nullable Path next;

    /** Null stands for somebody who closes the dialog. */
    public void choose(@Nullable Path file) {
        next = file;
    }

    @Override
    public Optional<Path> open(String title, String typeName, String pattern) {
        return Optional.ofNullable(next);
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, String typeName, String pattern) {
        return Optional.ofNullable(next);
    }
}
