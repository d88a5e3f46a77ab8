package cadran.desktop.simulation;

import cadran.server.http.Exchange;
import cadran.server.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** The network between one client and the server: it loses, repeats, delays and damages what it carries. */
final class Wire implements Interceptor {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Client client;
    private final World world;

    Wire(Client client) {
        this.client = client;
        world = client.world;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var question = question(request);
        String what = request.url().encodedPath().substring("/api/v1/sync/".length());
        boolean isPush = what.equals("operations");
        // A load whose parts lie on both sides of a restored backup is the one thing that only the probe finds.
        if (what.equals("bucket") && !client.wasDamaged() && !world.counts().containsKey("restored")) {
            throw new Violation(
                    "no copy needs repair",
                    client + " reads again " + request.url().encodedQuery());
        }
        world.scheduler().step("asks for " + what + " " + request.url().encodedQuery());
        var answer = exchange(what, world.plant().question(question));
        if (isPush && answer.status() == 200) {
            world.ledger().answered(answer.body());
        }
        return response(request, answer, world.plant().answer(answer.body(), isPush));
    }

    private static Handler handler(Node node, String what) {
        return switch (what) {
            case "operations" -> node.push();
            case "changes" -> node.changes();
            case "snapshot" -> node.snapshot();
            case "probe" -> node.probe();
            case "bucket" -> node.bucket();
            default -> throw new IllegalArgumentException(what);
        };
    }

    private Exchange.Answer exchange(String what, Exchange.Question question) throws IOException {
        var weather = world.weather();
        var chance = world.chance();
        if (!client.isOnline()) {
            throw new IOException("no network");
        }
        if (happens(weather.lostPercent() / 2, chance)) {
            return lost("the question was lost");
        }
        var node = world.central().anyNode(chance);
        if (node == null) {
            throw new IOException("connection refused");
        }
        var pending = node.ask(client.person, handler(node, what), question, delay(weather));
        if (happens(weather.duplicatedPercent(), chance)) {
            world.count("faults");
            var second = Objects.requireNonNull(world.central().anyNode(chance));
            second.ask(client.person, handler(second, what), question, Duration.ofMillis(chance.nextLong(90_000)));
        }
        var answer = pending.await(PATIENCE);
        if (answer == null) {
            throw new IOException("the connection broke");
        }
        if (!client.isOnline()) {
            throw new IOException("no network any more");
        }
        if (happens(weather.lostPercent() / 2, chance)) {
            return lost("the answer was lost");
        }
        if (what.equals("changes") && happens(weather.restoredPercent(), chance) && Pages.hasMore(answer.body())) {
            // Nowhere else is so much in the client's hands that the history can take back.
            world.count("faults");
            world.faults().restoreBackup();
        }
        world.scheduler().sleep(delay(weather));
        return !what.equals("operations") && happens(weather.damagedPercent(), chance) ? cut(answer, chance) : answer;
    }

    private Exchange.Answer lost(String what) throws IOException {
        world.count("faults");
        world.scheduler().note(what);
        world.scheduler().sleep(PATIENCE);
        throw new IOException(what);
    }

    private Duration delay(Settings weather) {
        return happens(weather.delayedPercent(), world.chance())
                ? Duration.ofMillis(1 + world.chance().nextLong(20_000))
                : Duration.ofMillis(1);
    }

    private Exchange.Answer cut(Exchange.Answer answer, RandomGenerator chance) {
        world.count("faults");
        int length = answer.body().length == 0 ? 0 : chance.nextInt(answer.body().length);
        if (chance.nextBoolean()) {
            // At the end of a line, where only the missing end tells.
            while (length > 0 && answer.body()[length - 1] != '\n') {
                length--;
            }
        }
        world.scheduler().note("the answer was cut off after " + length + " bytes");
        return new Exchange.Answer(
                answer.status(), answer.headers(), Arrays.copyOf(answer.body(), length), answer.failure());
    }

    private static boolean happens(int percent, RandomGenerator chance) {
        return chance.nextInt(100) < percent;
    }

    private static Exchange.Question question(Request request) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        request.url()
                .queryParameterNames()
                .forEach(name -> query.put(name, String.valueOf(request.url().queryParameter(name))));
        var buffer = new Buffer();
        var body = request.body();
        if (body != null) {
            body.writeTo(buffer);
        }
        return new Exchange.Question(query, Map.of(), Map.of(), buffer.readByteArray());
    }

    private static Response response(Request request, Exchange.Answer answer, byte[] body) {
        var type = MediaType.get(answer.headers().getOrDefault("Content-Type", "application/json"));
        // Whoever is signed in says so, or a 401 would not be told from a wrong password.
        return new Response.Builder()
                .request(request.newBuilder()
                        .header("Authorization", "Bearer here")
                        .build())
                .protocol(Protocol.HTTP_1_1)
                .code(answer.status())
                .message("")
                .body(ResponseBody.create(body, type))
                .build();
    }
}
