package cadran.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.server.settings.WrongSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    private static final String KEY = "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    private Path folder;

    @Test
    void nothingSetMeansH2OnLoopback() {
        var config = Config.read(Map.of(), folder);
        assertEquals(8321, config.port());
        assertEquals("127.0.0.1", config.bind());
        assertEquals(folder.resolve("cadran-data"), config.data());
        assertTrue(config.database().url().startsWith("jdbc:h2:file:"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(textBlock = """
            CADRAN_PORT, 70000
            CADRAN_PORT, abc
            CADRAN_PORT, -1
            CADRAN_BIND, ' '
            CADRAN_DB_URL, jdbc:mysql://x
            CADRAN_DB_POOL, 1
            CADRAN_MASTER_KEY, short
            CADRAN_MASTER_KEY_FILE, /nowhere
            CADRAN_TLS_CERT, /nowhere
            CADRAN_MAX_BODY, 0
            CADRAN_LOG, xml
            CADRAN_DATA, a;b
            CADRAN_CONFIG, /nowhere
            CADRAN_METRICS_TOKEN, short
            """)
    void aWrongValueStopsTheStartAndIsNamed(String name, String value) {
        var wrong = assertThrows(WrongSettings.class, () -> Config.read(Map.of(name, value), folder));
        assertTrue(String.valueOf(wrong.getMessage()).contains(name + ": "), wrong.getMessage());
    }

    @Test
    void allMistakesAreToldAtOnce() {
        var wrong = assertThrows(
                WrongSettings.class,
                () -> Config.read(Map.of("CADRAN_PORT", "x", "CADRAN_LOG", "y", "CADRAN_MAX_BODY", "z"), folder));
        var message = String.valueOf(wrong.getMessage());
        assertTrue(message.contains("CADRAN_PORT") && message.contains("CADRAN_LOG"));
        assertTrue(message.contains("CADRAN_MAX_BODY"));
    }

    @Test
    void halfOfTlsIsAMistake() throws IOException {
        var file = Files.writeString(folder.resolve("x.pem"), "x").toString();
        var wrong = assertThrows(WrongSettings.class, () -> Config.read(Map.of("CADRAN_TLS_KEY", file), folder));
        assertTrue(String.valueOf(wrong.getMessage()).contains("CADRAN_TLS_CERT"));
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        var data = Files.createDirectory(folder.resolve("cadran-data"));
        Files.writeString(data.resolve("cadran.properties"), "CADRAN_PORT=1111\nCADRAN_LOG=json\n");
        var config = Config.read(Map.of("CADRAN_PORT", "2222"), folder);
        assertEquals(2222, config.port());
        assertEquals(Config.LogFormat.JSON, config.log());
    }

    @Test
    void aSettingThatDoesNotExistInTheFileIsAMistake() throws IOException {
        var file = Files.writeString(folder.resolve("my.properties"), "CADRAN_PROT=1\n");
        var wrong =
                assertThrows(WrongSettings.class, () -> Config.read(Map.of("CADRAN_CONFIG", file.toString()), folder));
        assertTrue(String.valueOf(wrong.getMessage()).contains("CADRAN_PROT"));
    }

    @Test
    void aSettingThatDoesNotExistInTheEnvironmentIsAMistakeUnlessItIsTheLaunchers() {
        var wrong = assertThrows(
                WrongSettings.class, () -> Config.read(Map.of("CADRAN_DB_ULR", "jdbc:postgresql://x/y"), folder));
        assertTrue(String.valueOf(wrong.getMessage()).contains("CADRAN_DB_ULR: no such setting"));
        Config.read(Map.of("CADRAN_JAVA_HOME", "/jdk", "CADRAN_HOME", "/x", "PATH", "/bin"), folder);
    }

    @Test
    void oneFileOfTlsThatIsMissingIsNamedOnce() throws IOException {
        var key = Files.writeString(folder.resolve("x.pem"), "x").toString();
        var wrong = assertThrows(
                WrongSettings.class,
                () -> Config.read(Map.of("CADRAN_TLS_KEY", key, "CADRAN_TLS_CERT", "/nowhere"), folder));
        var message = String.valueOf(wrong.getMessage());
        assertEquals(message.indexOf("CADRAN_TLS"), message.lastIndexOf("CADRAN_TLS"), message);
    }

    @Test
    void secretsAreNeverShown() {
        var environment = new HashMap<>(Map.of(
                "CADRAN_MASTER_KEY", KEY,
                "CADRAN_DB_URL", "jdbc:postgresql://localhost/cadran?password=hunter2",
                "CADRAN_DB_PASSWORD", "hunter2"));
        var shown = Config.read(environment, folder).toString();
        assertFalse(shown.contains("hunter2"), shown);
        assertFalse(shown.contains("AAAA"), shown);
        assertTrue(shown.contains("CADRAN_DB_PASSWORD = ********"));
        environment.put("CADRAN_MASTER_KEY", "hunter2");
        var wrong = assertThrows(WrongSettings.class, () -> Config.read(environment, folder));
        assertFalse(String.valueOf(wrong.getMessage()).contains("hunter2"));
    }
}
