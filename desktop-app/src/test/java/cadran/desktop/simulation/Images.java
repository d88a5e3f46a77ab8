package cadran.desktop.simulation;

import cadran.desktop.store.LocalStore;
import cadran.desktop.store.Medium;
import cadran.server.db.Database;
import cadran.server.db.DatabaseSettings;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * Migrated empty databases, made once by the real migrations and copied into each world; public for worlds that another
 * class loader made.
 */
public final class Images {
    static final String SERVER = "server";
    static final String CLIENT_USER = "cadran";

    private static final Map<String, byte[]> CLIENT_FILES = client();
    private static final Map<String, byte[]> SERVER_FILES = server();

    private Images() {}

    public static Map<String, byte[]> ofClient() {
        return CLIENT_FILES;
    }

    public static Map<String, byte[]> ofServer() {
        return SERVER_FILES;
    }

    private static Map<String, byte[]> client() {
        var disk = new Disk(false);
        var root = DiskPath.mount("client-image", disk);
        var medium = new Medium() {
            @Override
            public String locate(String location) {
                return root + Path.of(location).getFileName();
            }

            @Override
            public String options() {
                return ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
            }
        };
        LocalStore.open(Path.of("image"), null, new UUID(0, 0), () -> new UUID(0, 0), medium)
                .close();
        // Each installation gets a device of its own.
        try (var connection = DriverManager.getConnection("jdbc:h2:" + root + "outbox", CLIENT_USER, "");
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM device");
            statement.execute("SHUTDOWN");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return disk.forced();
    }

    private static Map<String, byte[]> server() {
        var disk = new Disk(false);
        var root = DiskPath.mount("server-image", disk);
        Database.open(new DatabaseSettings("jdbc:h2:" + root + SERVER, "sa", "", 2))
                .close();
        return disk.forced();
    }
}
