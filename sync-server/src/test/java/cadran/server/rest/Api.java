package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.wire.Json;
import cadran.server.testing.RunningHttp;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A third program with one token. It holds every answer, and every request that is done, against the document. */
final class Api {
    private static final ApiDocument DOCUMENT = ApiDocument.read();

    private final RunningHttp http;
    private final String token;
    private final @Nullable UUID organisation;

    /** @param organisation whose program it is; null for nobody's */
    Api(RunningHttp http, String token, @Nullable UUID organisation) {
        this.http = http;
        this.token = token;
        this.organisation = organisation;
    }

    UUID organisation() {
        return Objects.requireNonNull(organisation);
    }

    record Answer(int status, JsonNode json, HttpHeaders headers) {
        Answer expect(int wanted) {
            assertEquals(wanted, status, json.toString());
            return this;
        }

        Answer expect(int wanted, String code) {
            expect(wanted);
            assertEquals(code, json.get("code").stringValue());
            return this;
        }

        String text(String property) {
            return json.get(property).stringValue();
        }

        String id() {
            return text("id");
        }

        String tag() {
            return headers.firstValue("ETag").orElseThrow();
        }

        List<String> ids() {
            var ids = new ArrayList<String>();
            json.get("items").forEach(item -> ids.add(item.get("id").stringValue()));
            return ids;
        }
    }

    Answer send(String method, String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (!token.isEmpty()) {
            all.addAll(List.of("Authorization", "Bearer " + token));
        }
        if (!body.isEmpty() && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        var answer = http.send(method, path, body, all.toArray(String[]::new));
        var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        int end = path.indexOf('?');
        var plainPath = end < 0 ? path : path.substring(0, end);
        DOCUMENT.requireOffered(method, plainPath, end < 0 ? "" : path.substring(end + 1), answer.statusCode(), body);
        DOCUMENT.requireDocumented(method, plainPath, answer.statusCode(), type, answer.body());
        var json = answer.body().isEmpty() ? JsonNodeFactory.instance.nullNode() : Json.MAPPER.readTree(answer.body());
        return new Answer(answer.statusCode(), json, answer.headers());
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer post(String path, JsonNode body, String... headers) {
        return send("POST", path, body.toString(), headers);
    }

    Answer patch(String path, String tag, String body) {
        return send("PATCH", path, body, "If-Match", tag);
    }

    Answer delete(String path, String tag) {
        return send("DELETE", path, "", "If-Match", tag);
    }

    /** All pages, followed to the end. */
    List<String> allIds(String path) {
        var ids = new ArrayList<String>();
        var page = get(path).expect(200);
        ids.addAll(page.ids());
        while (!page.json().get("next").isNull()) {
            page = get(path + (path.contains("?") ? "&" : "?") + "after=" + page.text("next"))
                    .expect(200);
            ids.addAll(page.ids());
        }
        return ids;
    }
}
