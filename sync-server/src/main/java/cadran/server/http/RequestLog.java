package cadran.server.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One line and one measurement per request. Neither ever holds a body, a header or a query: those carry passwords,
 * tokens and the names of people.
 */
final class RequestLog {
    private static final Logger log = LoggerFactory.getLogger("cadran.requests");
    private static final String ROUTE = "cadran.route";
    private static final String ORGANISATION = "cadran.organisation";
    private static final String ID = "request";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MeterRegistry metrics;

    RequestLog(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Takes the caller's request id if it is harmless, else makes one; it is on every line until the answer. */
    static void begin(Context request) {
        var given = request.header("X-Request-Id");
        var id = given != null && given.matches("[A-Za-z0-9._-]{1,64}") ? given : newId();
        request.header("X-Request-Id", id);
        request.attribute(ID, id);
        MDC.put(ID, id);
    }

    private static String newId() {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static void matched(Context request, Route route) {
        request.attribute(ROUTE, route.path());
    }

    static void by(Context request, Caller caller) {
        if (caller.membership() != null)
            request.attribute(ORGANISATION, caller.membership().toString());
    }

    static String routeOf(Context request) {
        String route = request.attribute(ROUTE);
        return route == null ? "none" : route;
    }

    void end(Context request, float millis) {
        var route = routeOf(request);
        var status = Integer.toString(request.statusCode());
        String id = request.attribute(ID);
        String organisation = request.attribute(ORGANISATION);
        var method = route.equals("none") ? "any" : request.method().name();
        Timer.builder("http.server.requests")
                .tags("method", method, "route", route, "status", status)
                .register(metrics)
                .record(Duration.ofNanos((long) (millis * 1_000_000)));
        // Again, because an answer that was streamed may end on another thread than it began on.
        if (id != null) MDC.put(ID, id);
        log.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("millis", Math.round(millis))
                .addKeyValue("organisation", organisation == null ? "" : organisation)
                .log("answered");
        MDC.remove(ID);
    }
}
