package cadran.server;

import cadran.server.settings.WrongSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads settings one by one and remembers what is wrong, so that a start names every mistake at once. */
final class SettingsReader {
    private static final String FILE = "CADRAN_CONFIG";
    private static final String FILE_NAME = "cadran.properties";
    private static final String PREFIX = "CADRAN_";

    /** Of the launcher and of the desktop, which may run from the same shell. */
    private static final Set<String> OF_OTHERS = Set.of("CADRAN_HOME", "CADRAN_JAVA_HOME", "CADRAN_JDK_FOLDERS");

    private final Map<String, String> environment;
    private final Properties file = new Properties();
    private final Path currentFolder;
    private final Set<String> known = new HashSet<>(Set.of(FILE));
    private final List<String> problems = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private SettingsReader(Map<String, String> environment, Path currentFolder) {
        this.environment = environment;
        this.currentFolder = currentFolder;
    }

    /** The file is {@code CADRAN_CONFIG}, which then must exist, or {@code cadran.properties} in the data folder. */
    static SettingsReader open(Map<String, String> environment, Path currentFolder) {
        var reader = new SettingsReader(environment, currentFolder);
        var named = environment.get(FILE);
        try {
            var path = named == null
                    ? currentFolder
                            .resolve(environment.getOrDefault("CADRAN_DATA", "cadran-data"))
                            .resolve(FILE_NAME)
                    : currentFolder.resolve(named);
            if (named != null || Files.exists(path)) reader.load(path);
        } catch (InvalidPathException notAPath) {
            reader.wrong(named == null ? "CADRAN_DATA" : FILE, "is not a path");
        }
        return reader;
    }

    private void load(Path path) {
        try (Reader text = Files.newBufferedReader(path)) {
            file.load(text);
            lines.add(FILE + " = " + path + "  # the settings file");
        } catch (IOException | IllegalArgumentException unreadable) {
            wrong(FILE, "can't be read: " + unreadable);
        }
    }

    String text(String name, String byDefault, String meaning) {
        return value(
                name,
                byDefault,
                meaning,
                SettingsReader::asItIs,
                text -> text.isBlank() ? null : text,
                "must not be empty");
    }

    int number(String name, int byDefault, int least, int most, String meaning) {
        return value(
                name,
                byDefault,
                meaning,
                SettingsReader::asItIs,
                text -> {
                    if (!text.matches("[0-9]{1,9}")) return null;
                    int number = Integer.parseInt(text);
                    return (number < least || number > most) ? null : number;
                },
                "must be a number from " + least + " to " + most);
    }

    String matching(String name, String byDefault, String pattern, String meaning) {
        return value(
                name,
                byDefault,
                meaning,
                SettingsReader::withoutParameters,
                text -> text.isEmpty() || text.matches(pattern) ? text : null,
                "must look like " + pattern);
    }

    String secret(String name, String pattern, String meaning) {
        return value(
                name,
                "",
                meaning,
                SettingsReader::masked,
                text -> text.matches(pattern) ? text : null,
                "must have the form " + meaning);
    }

    Path folder(String name, String byDefault, String meaning) {
        return value(
                name,
                currentFolder.resolve(byDefault),
                meaning,
                SettingsReader::asItIs,
                text -> {
                    var path = path(text);
                    boolean usable = path != null
                            && !text.contains(";")
                            && (!Files.exists(path) || (Files.isDirectory(path) && Files.isWritable(path)));
                    return usable ? path : null;
                },
                "must be a folder that can be written to, without a semicolon in its name");
    }

    @Nullable
    Path existingFile(String name, String meaning) {
        var none = Path.of("");
        var path = value(
                name,
                none,
                meaning,
                SettingsReader::asItIs,
                text -> {
                    var found = path(text);
                    return found != null && Files.isRegularFile(found) && Files.isReadable(found) ? found : null;
                },
                "must be a file that can be read");
        return path.equals(none) ? null : path;
    }

    <E extends Enum<E>> E choice(String name, E byDefault, Class<E> type, String meaning) {
        var choices = type.getEnumConstants();
        return value(
                name,
                byDefault,
                meaning,
                SettingsReader::asItIs,
                text -> Arrays.stream(choices)
                        .filter(choice -> choice.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElse(null),
                "must be one of " + Arrays.toString(choices).toLowerCase(Locale.ROOT));
    }

    boolean isSet(String name) {
        return environment.containsKey(name) || file.containsKey(name);
    }

    void wrong(String name, String reason) {
        problems.add(name + ": " + reason);
    }

    /** The lines to print, or every mistake in one exception. */
    List<String> finish() {
        for (String name : new TreeSet<>(file.stringPropertyNames())) {
            if (!known.contains(name)) wrong(name, "no such setting (in the settings file)");
        }
        // A misspelled one would leave its default in force, and be found out when the wrong database has filled up.
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !known.contains(name) && !OF_OTHERS.contains(name)) {
                wrong(name, "no such setting (in the environment)");
            }
        }
        if (!problems.isEmpty()) throw new WrongSettings(problems);
        return List.copyOf(lines);
    }

    private <T> T value(
            String name,
            T byDefault,
            String meaning,
            UnaryOperator<String> show,
            Function<String, @Nullable T> parse,
            String expectation) {
        known.add(name);
        var text = environment.getOrDefault(name, file.getProperty(name));
        T parsed = text == null ? byDefault : parse.apply(text.strip());
        if (parsed == null) {
            wrong(name, expectation + ", not \"" + show.apply(String.valueOf(text)) + "\"");
            return byDefault;
        }
        lines.add(name + " = " + show.apply(parsed.toString()) + "  # " + meaning);
        return parsed;
    }

    private static String asItIs(String value) {
        return value;
    }

    private static String masked(String value) {
        return value.isEmpty() ? "" : "********";
    }

    /** A URL's parameters may hold a password. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "?…");
    }

    private @Nullable Path path(String text) {
        try {
            return text.isEmpty() ? null : currentFolder.resolve(text).normalize();
        } catch (InvalidPathException notAPath) {
            return null;
        }
    }
}
