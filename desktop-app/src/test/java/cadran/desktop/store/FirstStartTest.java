package cadran.desktop.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    @TempDir
    Path folder;

    @Test
    void oneThatWasKilledWhileItMadeTheTablesIsBegunAgain() throws Exception {
        var path = folder.resolve("outbox");
        try (var connection = DriverManager.getConnection("jdbc:h2:" + path, "cadran", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE migrated (version INTEGER NOT NULL)");
            statement.execute("INSERT INTO migrated VALUES (0)");
            statement.execute("CREATE TABLE device (id UUID)");
        }
        var device = new UUID(1, 2);
        try (var outbox = Outbox.open(path, null, () -> device)) {
            assertEquals(device, outbox.device());
        }
    }
}
