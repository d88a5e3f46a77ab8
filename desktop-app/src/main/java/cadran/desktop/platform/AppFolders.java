package cadran.desktop.platform;

import java.nio.file.Path;
import java.util.Map;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where the program keeps its files, by the system's own habits.
 *
 * @param config settings of this computer, whoever signs in
 * @param data the profiles: local copies, outboxes, keys
 * @param logs what support asks for
 */
public record AppFolders(Path config, Path data, Path logs) {

    /** {@code CADRAN_HOME} puts everything under one folder: a portable copy, a test. */
    public static AppFolders find(Map<String, String> environment) {
        var home = environment.get("CADRAN_HOME");
        if (home != null && !home.isBlank()) {
            return under(Path.of(home));
        }
        var dirs = AppDirsFactory.getInstance();
        return new AppFolders(
                Path.of(dirs.getUserConfigDir("Cadran", null, null)),
                Path.of(dirs.getUserDataDir("Cadran", null, null)),
                Path.of(dirs.getUserLogDir("Cadran", null, null)));
    }

    public static AppFolders under(Path home) {
        return new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("logs"));
    }
}
