package cadran.desktop.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With another one, a program that is killed in a large transaction finds half of it in the file. */
class WriteDelayTest {
    @TempDir
    Path folder;

    @Test
    void aLocalFileIsWrittenAtTheEndOfATransactionAndAtNoOtherTime() throws Exception {
        var key = FileKey.random(new Random(1));
        try (var file = DatabaseFile.open(folder.resolve("cache").toString(), key, Migrations.CACHE, Medium.DISK)) {
            String delay = file.read(connection -> {
                try (var statement = connection.createStatement();
                        var result = statement.executeQuery("SELECT setting_value FROM information_schema.settings"
                                + " WHERE setting_name = 'WRITE_DELAY'")) {
                    result.next();
                    return result.getString(1);
                }
            });
            assertEquals("0", delay);
        }
    }
}
