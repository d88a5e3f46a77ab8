package cadran.desktop.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How large the local copy of a closed profile is without the room that H2 keeps for its next writes. */
public final class CompactedSize {
    private CompactedSize() {}

    public static long of(Path folder, FileKey key) throws IOException, SQLException {
        try (var files = Files.newDirectoryStream(folder, "cache-*.mv.db")) {
            var file = files.iterator().next();
            var location = file.toString().replace(".mv.db", "");
            try (var connection = DriverManager.getConnection("jdbc:h2:" + SealedPath.of(location, key), "cadran", "");
                    var statement = connection.createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            }
            return Files.size(file);
        }
    }
}
