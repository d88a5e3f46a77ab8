package cadran.server.testing;

import cadran.server.http.Authenticator;
import cadran.server.http.HttpServer;
import cadran.server.http.HttpSettings;
import cadran.server.http.Route;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A real server on a port of its own with the routes of a test, and the ways to talk to it. */
public final class RunningHttp implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    public RunningHttp(HttpSettings settings, List<Route> routes, Authenticator authenticator) {
        server = new HttpServer(settings, routes, authenticator, new SimpleMeterRegistry());
        port = server.start();
    }

    public int port() {
        return port;
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json, "Content-Type", "application/json");
    }

    /** Bytes as they are onto the wire; what comes back until the server closes or answers nothing more. */
    public String raw(String bytes, int timeoutMillis) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(timeoutMillis);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public void stop() {
        server.stop();
    }

    @Override
    public void close() {
        client.close();
        server.stop();
    }
}
