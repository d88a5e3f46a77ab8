package cadran.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version the build wrote down. */
final class Version {
    private Version() {}

    static String ours() {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(java.util.Objects.requireNonNull(in, "version.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
