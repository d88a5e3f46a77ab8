package cadran.desktop.bench;

import cadran.model.Schema;
import cadran.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the server gives of a snapshot to somebody who only takes the bytes: reading them is not in the time. */
final class Stream {
    private final Central central;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();
    private long nanos;
    private long bytes;
    private long rows;

    private Stream(Central central, String token) {
        this.central = central;
        this.token = token;
    }

    static void measure(Central central, Figures figures) throws IOException, InterruptedException {
        var stream = new Stream(central, central.signIn(UUID.randomUUID()).token());
        stream.read();
        figures.put("snapshot_rows_per_s", stream.rows / (stream.nanos / 1e9)).put("snapshot_mb", stream.bytes / 1e6);
    }

    private void read() throws IOException, InterruptedException {
        var opening = part("");
        var head = head(opening);
        var beginning =
                "&feed=" + head.get("feed").asString() + "&at=" + head.get("to").asLong();
        var place = place(opening);
        while (place != null) {
            place = place(part(beginning + "&place=" + URLEncoder.encode(place, StandardCharsets.UTF_8)));
        }
    }

    private String[] part(String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(central.address() + "api/v1/sync/snapshot?schema=" + Schema.NUMBER + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Encoding", "gzip")
                .build();
        long start = System.nanoTime();
        var packed = http.send(request, BodyHandlers.ofByteArray()).body();
        nanos += System.nanoTime() - start;
        bytes += packed.length;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            // Around the rows stand a head, the next place and an end.
            rows += lines.length - 3;
            return lines;
        }
    }

    private static JsonNode head(String[] lines) {
        return Json.MAPPER.readTree(lines[0]).get("head");
    }

    private static @Nullable String place(String[] lines) {
        var next = Json.MAPPER.readTree(lines[lines.length - 2]).get("next").get("place");
        return next.isNull() ? null : next.asString();
    }
}
