package cadran.desktop.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.desktop.edit.OpenStore;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With another one, a program that is killed in a large transaction finds half of it in the file. */
class WriteDelayTest {
    private static final FileKey KEY = FileKey.random(new Random(1));

    @TempDir
    Path folder;

    @Test
    void aLocalFileIsWrittenAtTheEndOfATransactionAndAtNoOtherTime() throws Exception {
        try (var file = DatabaseFile.open(location(), KEY, Migrations.CACHE, Medium.DISK)) {
            assertEquals("0", setting(file, "WRITE_DELAY"));
        }
    }

    @Test
    void onlyTheOutboxUsesItsSpaceAgainSoon() throws Exception {
        try (var cache = DatabaseFile.open(location(), KEY, Migrations.CACHE, Medium.DISK);
                var outbox = Outbox.open(folder.resolve("outbox"), KEY, OpenStore::id)) {
            assertEquals("45000", setting(cache, "RETENTION_TIME"));
            assertEquals("0", setting(outbox.file(), "RETENTION_TIME"));
        }
    }

    private String location() {
        return folder.resolve("cache").toString();
    }

    private static String setting(DatabaseFile file, String name) {
        return file.read(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT setting_value FROM information_schema.settings WHERE setting_name = ?")) {
                select.setString(1, name);
                try (var result = select.executeQuery()) {
                    result.next();
                    return result.getString(1);
                }
            }
        });
    }
}
