package cadran.desktop.platform;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a file. An interface, because the system's own dialogs can't be opened without a display. */
public interface FileChoice {
    /** @param pattern such as {@code *.csv} */
    Optional<Path> open(String title, String typeName, String pattern);

    Optional<Path> save(String title, String suggestedName, String typeName, String pattern);
}
