package cadran.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.auth.SignInDevice;
import cadran.server.organisations.LocalAdministrator;
import cadran.server.settings.WrongSettings;
import cadran.server.testing.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private static HttpResponse<String> get(int port, String path, String... headers) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            if (headers.length > 0) request.headers(headers);
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private int command(String... arguments) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Main(out, out).run(arguments, Map.of("CADRAN_DATA", folder.toString()), folder);
    }

    @Test
    void itStartsWithNothingConfiguredAndSaysThatItIsHealthy() throws Exception {
        try (var server = new Server(Config.inFolder(folder.resolve("data")), Clock.systemUTC())) {
            int port = server.start();
            assertEquals(200, get(port, "/health/live").statusCode());
            assertEquals(200, get(port, "/health/ready").statusCode());
            var metrics = get(port, "/metrics").body();
            assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
            assertTrue(metrics.contains("route=\"/health/live\""), metrics);
            assertTrue(metrics.contains("hikaricp_connections"), metrics);
            assertEquals(404, get(port, "/api/v1/nothing").statusCode());
        }
        assertTrue(Files.exists(folder.resolve("data/cadran.mv.db")));
        assertTrue(Files.exists(folder.resolve("data/master.key")));
    }

    @Test
    void aDatabaseThatIsGoneIsNotReady() throws Exception {
        var settings = TestDatabases.h2Settings();
        var config = Config.inFolder(folder).withDatabase(settings);
        try (var server = new Server(config, Clock.systemUTC())) {
            int port = server.start();
            try (var connection = java.sql.DriverManager.getConnection(settings.url(), "sa", "");
                    var statement = connection.createStatement()) {
                statement.execute("set exclusive 2");
                var answer = get(port, "/health/ready");
                assertEquals(503, answer.statusCode());
                assertEquals(200, get(port, "/health/live").statusCode());
                statement.execute("set exclusive 0");
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var config = Config.read(
                    Map.of("CADRAN_DATA", folder.toString(), "CADRAN_PORT", "" + taken.getLocalPort()), folder);
            try (var server = new Server(config, Clock.systemUTC())) {
                var refused = assertThrows(WrongSettings.class, server::start);
                assertTrue(String.valueOf(refused.getMessage()).contains("CADRAN_PORT"));
            }
        }
    }

    @Test
    void anAddressThatIsNotOfThisMachineIsNamed() {
        var config = Config.read(Map.of("CADRAN_DATA", folder.toString(), "CADRAN_BIND", "not.a.host.invalid"), folder);
        try (var server = new Server(config, Clock.systemUTC())) {
            var refused = assertThrows(WrongSettings.class, server::start);
            assertTrue(String.valueOf(refused.getMessage()).contains("no such address"), refused.getMessage());
        }
    }

    @Test
    void anotherMasterKeyStopsTheStartBeforeAnybodyNeedsIt() {
        new Server(Config.inFolder(folder), Clock.systemUTC()).close();
        try (var first = new Server(Config.inFolder(folder), Clock.systemUTC())) {
            first.start();
            first.localAdministrator()
                    .ensure(
                            new LocalAdministrator.Wanted("Ici", "Marie", "fr", "Europe/Paris"),
                            new SignInDevice(UUID.randomUUID(), "Poste"));
        }
        var key = "other:" + "A".repeat(43) + "=";
        var config = Config.read(Map.of("CADRAN_DATA", folder.toString(), "CADRAN_MASTER_KEY", key), folder);
        var refused = assertThrows(WrongSettings.class, () -> new Server(config, Clock.systemUTC()));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("Settings that are wrong:\n  CADRAN_MASTER_KEY"));
        new Server(Config.inFolder(folder), Clock.systemUTC()).close();
    }

    @Test
    void aMasterKeyFileThatIsNoneIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("keys"), "garbage").toString();
        var settings = Map.of(
                "CADRAN_DATA", folder.resolve("data").toString(), "CADRAN_PORT", "0", "CADRAN_MASTER_KEY_FILE", file);
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertEquals(2, new Main(out, out).run(new String[0], settings, folder));
        var text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("CADRAN_MASTER_KEY_FILE") && text.contains("id:base64"), text);
    }

    @Test
    void aTokenGuardsTheMetrics() throws Exception {
        var config = Config.read(
                Map.of(
                        "CADRAN_DATA", folder.toString(),
                        "CADRAN_PORT", "0",
                        "CADRAN_METRICS_TOKEN", "0123456789abcdef"),
                folder);
        try (var server = new Server(config, Clock.systemUTC())) {
            int port = server.start();
            assertEquals(401, get(port, "/metrics").statusCode());
            assertEquals(
                    200,
                    get(port, "/metrics", "Authorization", "Bearer 0123456789abcdef")
                            .statusCode());
        }
    }

    @Test
    void theCommandsSayWhatTheyDid() throws Exception {
        assertEquals(0, command("help"));
        assertEquals(2, command("nonsense"));
        assertEquals(0, command("verify-audit"));
        var first = Files.readString(createdKey());
        assertEquals(0, command("rotate-keys"));
        var second = Files.readString(createdKey());
        assertTrue(second.endsWith(first) && second.length() > first.length());
        var text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("The audit log is whole."), text);
        assertTrue(text.contains("Tokens are signed with a new key"), text);
    }

    private Path createdKey() {
        new Server(Config.inFolder(folder), Clock.systemUTC()).close();
        return folder.resolve("master.key");
    }
}
