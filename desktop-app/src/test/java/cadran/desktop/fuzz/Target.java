package cadran.desktop.fuzz;

import cadran.desktop.local.FirstTime;
import cadran.desktop.local.LocalServer;
import cadran.model.auth.SignInDevice;
import cadran.model.auth.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** A real server and who sends to it. An answer that takes long is a hang. */
final class Target implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile Tokens tokens;

    Target(Path folder) throws IOException {
        server = LocalServer.start(folder, Clock.systemUTC());
        tokens = signIn();
    }

    Tokens signIn() {
        tokens = server.signIn(
                new FirstTime("Télécom", "Anna", "fr", "Europe/Paris"), new SignInDevice(UUID.randomUUID(), "fuzz"));
        return tokens;
    }

    HttpRequest.Builder request(String pathAndQuery, String authorization) {
        return HttpRequest.newBuilder(URI.create(server.address() + pathAndQuery))
                .timeout(PATIENCE)
                .header("Authorization", authorization);
    }

    UUID user() {
        return tokens.user();
    }

    String bearer() {
        return "Bearer " + tokens.accessToken();
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
