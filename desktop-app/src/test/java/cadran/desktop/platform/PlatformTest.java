package cadran.desktop.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    @TempDir
    Path folder;

    @Test
    void settingsComeBackAfterARestart() {
        var file = folder.resolve("config/settings.properties");
        var settings = new SettingsFile(file, task -> {});
        settings.put("window.place", "1 2 3 4");
        settings.put("name", "Léa = « ici »");
        settings.close();
        var again = new SettingsFile(file, task -> {});
        assertEquals(Optional.of("1 2 3 4"), again.get("window.place"));
        assertEquals(Optional.of("Léa = « ici »"), again.get("name"));
    }

    @Test
    void manyChangesAreOneWrite() {
        var writes = new ArrayList<Runnable>();
        var settings = new SettingsFile(folder.resolve("s.properties"), writes::add);
        settings.put("width", "1");
        settings.put("width", "2");
        settings.put("width", "2");
        assertEquals(1, writes.size());
    }

    @Test
    void aDamagedSettingsFileMeansDefaults() throws Exception {
        var file = folder.resolve("settings.properties");
        Files.write(file, new byte[] {'a', '=', '\\', 'u', 'z', (byte) 0xff});
        assertEquals(Optional.empty(), new SettingsFile(file, Runnable::run).get("a"));
    }

    @Test
    void theSameBugHasTheSameCodeWhateverItsMessage() {
        assertEquals(ErrorCodes.of(bug("Léa")), ErrorCodes.of(bug("Paul")));
        assertNotEquals(ErrorCodes.of(bug("x")), ErrorCodes.of(new IllegalStateException("x")));
        assertEquals(true, ErrorCodes.of(bug("x")).matches("[0-9A-F]{2}-[0-9A-F]{4}"));
    }

    private static RuntimeException bug(String message) {
        return new IllegalArgumentException(message);
    }

    @Test
    void anUnexpectedErrorIsShownOnceHoweverOftenItHappens() {
        var shown = new ArrayList<String>();
        var errors = new UnexpectedErrors();
        errors.showWith(shown::add);
        for (int i = 0; i < 3; i++) {
            errors.accept(bug("again"));
        }
        assertEquals(1, shown.size());
    }

    @Test
    void oneVariableMovesEveryFolder() {
        assertEquals(
                new AppFolders(Path.of("/x/config"), Path.of("/x/data"), Path.of("/x/logs")),
                AppFolders.find(Map.of("CADRAN_HOME", "/x")));
    }

    @Test
    void withoutASessionBusThereIsNoKeychainAndItIsKnownAtOnce() {
        assertTimeout(
                Duration.ofSeconds(1),
                () -> assertEquals(
                        List.of(),
                        SystemKeychain.find(Map.of(), "Linux").stream().toList()));
    }
}
