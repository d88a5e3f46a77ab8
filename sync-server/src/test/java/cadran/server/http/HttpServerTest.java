package cadran.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.model.wire.Json;
import cadran.server.audit.Actor;
import cadran.server.settings.WrongSettings;
import cadran.server.testing.RunningHttp;
import io.javalin.http.HandlerType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpServerTest {
    enum Colour {
        RED,
        GREEN
    }

    record Paint(
            String name,
            int litres,
            @Nullable Colour colour,
            @Nullable Paint under) {}

    private static final HttpSettings SETTINGS = settings(Duration.ofSeconds(30));
    private static final HttpSettings IMPATIENT = settings(Duration.ofMillis(600));

    private static HttpSettings settings(Duration bodyTime) {
        return new HttpSettings("127.0.0.1", 0, null, null, 12 << 20, bodyTime, Duration.ofSeconds(8), null);
    }

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final RunningHttp http = new RunningHttp(SETTINGS, routes(), HttpServerTest::authenticate);

    private List<Route> routes() {
        return List.of(
                Route.open(HandlerType.GET, "/open", request -> request.json(Map.of("ok", true))),
                Route.open(HandlerType.POST, "/paint", request -> request.json(JsonBody.read(request, Paint.class))),
                Route.open(HandlerType.POST, "/tree", request -> request.json(JsonBody.readUnchecked(request))),
                Route.open(HandlerType.GET, "/broken", request -> {
                    throw new IllegalStateException("the secret stays in the log");
                }),
                Route.open(HandlerType.GET, "/exhausted", request -> {
                    throw new StackOverflowError();
                }),
                Route.open(HandlerType.GET, "/busy", request -> {
                    throw Problem.of("limit.requests").with("seconds", 7).asException();
                }),
                Route.open(HandlerType.GET, "/changed", request -> {
                    throw Problem.of("row.changed_by_other").asException();
                }),
                Route.open(HandlerType.GET, "/slow", request -> {
                    entered.countDown();
                    released.await();
                    request.json(Map.of("done", true));
                }),
                Route.signedIn(HandlerType.GET, "/me", (request, caller) -> request.json(Map.of("ok", true))),
                Route.route(
                        HandlerType.GET,
                        "/audit",
                        Permission.AUDIT_READ,
                        (request, caller) -> request.json(Map.of("ok", true))));
    }

    private static Caller authenticate(String token) {
        return switch (token) {
            case "viewer" -> new Caller(null, Actor.SERVER, Set.of(Permission.INVENTORY_READ));
            case "auditor" -> new Caller(null, Actor.SERVER, Set.of(Permission.AUDIT_READ));
            default -> throw Problem.of("auth.invalid").asException();
        };
    }

    @Test
    void aTokenInOtherLettersIsAnotherTokenAlsoOnTheSameConnection() {
        assertEquals(200, http.get("/me", "Authorization", "Bearer viewer").statusCode());
        assertEquals(401, http.get("/me", "Authorization", "Bearer vieweR").statusCode());
    }

    @Test
    void aNumberBeyondAllBoundsIsMalformed() {
        assertProblem(http.post("/tree", "{\"litres\":21e99999999906}"), 400, "json.malformed");
    }

    @BeforeAll
    void warmUp() {
        assertEquals(200, http.get("/open").statusCode());
    }

    @AfterAll
    void stop() {
        http.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","litres":1                          | 400 | json.malformed          |
            {"name":"a","litres":1} x                       | 400 | json.malformed          |
            {"name":"a","litres":1} {}                      | 400 | json.malformed          |
            []                                              | 400 | json.wrong_type         |
            null                                            | 400 | json.malformed          |
            {"name":"a","litres":1,"size":2}                | 400 | json.unknown_property   | size
            {"name":"a","name":"b","litres":1}              | 400 | json.duplicate_property |
            {"name":1,"litres":1}                           | 400 | json.wrong_type         | name
            {"name":"a","litres":"1"}                       | 400 | json.wrong_type         | litres
            {"name":"a","litres":1.5}                       | 400 | json.wrong_type         | litres
            {"name":"a","litres":1,"colour":"BLUE"}         | 400 | json.unknown_value      | colour
            {"name":"a","litres":1,"colour":0}              | 400 | json.unknown_value      | colour
            {"litres":1}                                    | 422 | field.required          | name
            {"name":"a","litres":1,"under":{"litres":1}}    | 422 | field.required          | under.name
            {"name":"a\\u0000b","litres":1}                 | 400 | text.forbidden_character | name
            {"name":"a\\ud800b","litres":1}                 | 400 | text.forbidden_character | name
            {"na\\u0000me":"a","litres":1}                  | 400 | text.forbidden_character |
            """)
    void aBodyThatIsNotAsTheRecordSaysIsAProblem(String body, int status, String code, @Nullable String field) {
        var answer = http.post("/paint", body);
        assertProblem(answer, status, code);
        if (field != null) {
            assertEquals(field, Json.MAPPER.readTree(answer.body()).get("field").stringValue());
        }
    }

    @Test
    void noBodyIsNoJson() {
        assertProblem(http.send("POST", "/paint", ""), 400, "json.malformed");
    }

    @Test
    void aGoodBodyComesBack() {
        var answer = http.post("/paint", "{\"name\":\"été\",\"litres\":2,\"colour\":\"RED\"}");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("été"));
    }

    @Test
    void tenMegabytesOfNestedArraysAreAnsweredAtOnce() {
        var nested = "[".repeat(10 << 20);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertProblem(http.post("/paint", nested), 400, "json.too_deep"));
    }

    @Test
    void anEndlessTextIsTooLong() {
        assertProblem(http.post("/paint", "{\"name\":\"" + "a".repeat(2 << 20) + "\"}"), 400, "json.too_long");
    }

    @Test
    void aBodyBeyondTheLimitIsAnswered413() {
        assertProblem(http.post("/paint", "a".repeat(13 << 20)), 413, "http.body_too_large");
    }

    @Test
    void aBodyBeyondTheLimitWithoutALengthIsAnswered413() throws IOException {
        var chunk = Integer.toHexString(13 << 20) + "\r\n" + "a".repeat(13 << 20) + "\r\n0\r\n\r\n";
        var answer = http.raw(
                "POST /paint HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk,
                10_000);
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    }

    @Test
    void aBodyThatNeverEndsIsAnswered() throws IOException {
        try (var impatient = new RunningHttp(IMPATIENT, routes(), HttpServerTest::authenticate)) {
            var answer = impatient.raw(
                    "POST /paint HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
                    20_000);
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertTrue(answer.contains("http.body_timeout"), answer);
        }
    }

    @Test
    void aBodyThatDripsIsAnswered() throws Exception {
        try (var impatient = new RunningHttp(IMPATIENT, routes(), HttpServerTest::authenticate);
                var socket = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(
                    "POST /paint HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = CompletableFuture.supplyAsync(() -> firstLine(socket));
            while (!answer.isDone()) {
                out.write(' ');
                out.flush();
                LockSupport.parkNanos(50_000_000);
            }
            assertEquals("HTTP/1.1 408 Request Timeout", answer.get());
        }
    }

    /** Each byte puts the idle time off, so it takes a look at the whole. */
    @Test
    void headersThatDripEndTheConnection() throws Exception {
        try (var impatient = new RunningHttp(IMPATIENT, routes(), HttpServerTest::authenticate);
                var socket = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write("GET /open HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
            var end = CompletableFuture.supplyAsync(() -> firstLine(socket));
            for (int i = 0; !end.isDone() && i < 300; i++) {
                try {
                    out.write(("X-" + i + ": a\r\n").getBytes(StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                    break;
                }
                LockSupport.parkNanos(50_000_000);
            }
            var line = end.get(5, TimeUnit.SECONDS);
            assertTrue(line == null || line.contains("reset") || line.contains("closed"), line);
            assertEquals(200, impatient.get("/open").statusCode());
        }
    }

    @Test
    void aBodyThatBreaksOffHurtsNobody() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), http.port())) {
            socket.getOutputStream()
                    .write(
                            "POST /paint HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertEquals("HTTP/1.1 400 Bad Request", firstLine(socket));
        }
    }

    private static String firstLine(Socket socket) {
        try {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    @Test
    void whatJettyRefusesIsAProblemToo() throws IOException {
        var headers = http.raw("GET /open HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(40_000) + "\r\n\r\n", 5_000);
        assertTrue(headers.startsWith("HTTP/1.1 431"), headers);
        assertTrue(headers.contains("http.headers_too_large"), headers);
        var old = http.raw("GET /open\r\n\r\n", 5_000);
        assertTrue(old.startsWith("HTTP/1.1 505") && old.contains("http.bad_request"), old);
        var line = http.raw("NONSENSE\r\n\r\n", 5_000);
        assertTrue(line.startsWith("HTTP/1.1 400"), line);
        var ambiguous = http.raw("GET /open%2f..%2fme HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 5_000);
        assertTrue(ambiguous.startsWith("HTTP/1.1 404"), ambiguous);
    }

    @Test
    void aNulInPathOrQueryIsRefused() {
        assertEquals(400, http.get("/open?name=a%00b").statusCode());
        assertEquals(400, http.get("/open/%00").statusCode());
    }

    @Test
    void aPathThatIsNoneIsNotFound() {
        assertProblem(http.get("/nothing"), 404, "http.not_found");
    }

    @Test
    void anotherMethodIsToldWhichAreAllowed() {
        var answer = http.send("DELETE", "/paint", "");
        assertProblem(answer, 405, "http.method_not_allowed");
        assertEquals("POST", answer.headers().firstValue("Allow").orElse(""));
        assertEquals(405, http.send("TRACE", "/open", "").statusCode());
    }

    @Test
    void headAnswersAsGetWithoutABody() {
        assertEquals(200, http.send("HEAD", "/open", "").statusCode());
        assertEquals(401, http.send("HEAD", "/me", "").statusCode());
    }

    @Test
    void aMediaTypeThatIsNotOursIsRefused() {
        assertProblem(
                http.send("POST", "/paint", "name=a", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "http.unsupported_media_type");
        assertProblem(http.send("POST", "/paint", "{}"), 415, "http.unsupported_media_type");
        assertProblem(
                http.send("POST", "/paint", "{}", "Content-Type", "application/json; charset=utf-16"),
                415,
                "http.unsupported_media_type");
        assertProblem(http.get("/open", "Accept", "text/html"), 406, "http.not_acceptable");
        assertEquals(
                200,
                http.get("/open", "Accept", "text/html, application/*;q=0.5").statusCode());
    }

    @Test
    void aRouteIsClosedToWhoeverIsNotAllowed() {
        var nobody = http.get("/me");
        assertProblem(nobody, 401, "auth.required");
        assertEquals("Bearer", nobody.headers().firstValue("WWW-Authenticate").orElse(""));
        assertProblem(http.get("/me", "Authorization", "Bearer wrong"), 401, "auth.invalid");
        assertEquals(200, http.get("/me", "Authorization", "bearer viewer").statusCode());
        assertProblem(http.get("/audit", "Authorization", "Bearer viewer"), 403, "right.missing");
        assertEquals(200, http.get("/audit", "Authorization", "Bearer auditor").statusCode());
    }

    @Test
    void theUnexpectedShowsASupportCodeAndNothingElse() {
        var answer = http.get("/broken");
        assertProblem(answer, 500, "server.unexpected");
        assertTrue(Json.MAPPER.readTree(answer.body()).hasNonNull("support"));
        assertFalse(answer.body().contains("secret"));
    }

    @Test
    void aRequestThatRunsOutOfStackIsAnsweredToo() {
        assertProblem(http.get("/exhausted"), 500, "server.unexpected");
    }

    @Test
    void codesChooseTheirStatusAndHeaders() {
        assertProblem(http.get("/changed"), 412, "row.changed_by_other");
        var busy = http.get("/busy");
        assertProblem(busy, 429, "limit.requests");
        assertEquals("7", busy.headers().firstValue("Retry-After").orElse(""));
    }

    @Test
    void everyAnswerCarriesARequestIdAndSecurityHeaders() {
        var given = http.get("/open", "X-Request-Id", "abc-123").headers();
        assertEquals("abc-123", given.firstValue("X-Request-Id").orElse(""));
        assertEquals("nosniff", given.firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(given.firstValue("Server").isEmpty());
        var hostile = http.get("/nothing", "X-Request-Id", "a b{}").headers();
        assertTrue(hostile.firstValue("X-Request-Id").orElse("").matches("[0-9a-f]{16}"));
    }

    @Test
    void aStopLetsRequestsInFlightFinish() throws Exception {
        var own = new RunningHttp(SETTINGS, routes(), HttpServerTest::authenticate);
        var slow = CompletableFuture.supplyAsync(() -> own.get("/slow"));
        assertTrue(entered.await(5, TimeUnit.SECONDS));
        var stop = CompletableFuture.runAsync(own::stop);
        released.countDown();
        assertEquals(200, slow.get(8, TimeUnit.SECONDS).statusCode());
        stop.get(10, TimeUnit.SECONDS);
    }

    @Test
    void twoPemFilesMakeItTls(@TempDir Path folder) throws Exception {
        var certificate = TestCertificate.write(folder);
        var settings = new HttpSettings(
                "127.0.0.1",
                0,
                certificate.certificate(),
                certificate.key(),
                1 << 20,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                null);
        try (var tls = new RunningHttp(settings, routes(), HttpServerTest::authenticate)) {
            assertTrue(certificate.get(tls.port(), "/open").contains("true"));
        }
        var other = TestCertificate.write(Files.createDirectory(folder.resolve("other")));
        var mismatched = assertThrows(
                WrongSettings.class, () -> PemKeyStore.read(certificate.certificate(), other.key(), "x".toCharArray()));
        assertTrue(String.valueOf(mismatched.getMessage()).contains("not that of the certificate"));
        Files.writeString(certificate.key(), "not a key");
        var refused = assertThrows(
                WrongSettings.class, () -> PemKeyStore.read(certificate.certificate(), certificate.key(), new char[0]));
        assertTrue(String.valueOf(refused.getMessage()).contains("CADRAN_TLS_KEY"));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        var body = Json.MAPPER.readTree(answer.body());
        assertEquals(code, body.get("code").stringValue());
        assertEquals(status, body.get("status").intValue());
    }
}
