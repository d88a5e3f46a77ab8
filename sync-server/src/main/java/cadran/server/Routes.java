package cadran.server;

import static cadran.server.http.Route.open;
import static io.javalin.http.HandlerType.GET;

import cadran.server.http.HealthHandlers;
import cadran.server.http.MetricsHandlers;
import cadran.server.http.Route;
import java.util.List;

/** Every URL of the server with its method and the right that it takes. */
public final class Routes {
    private Routes() {}

    static List<Route> all(HealthHandlers health, MetricsHandlers metrics) {
        return List.of(
                open(GET, "/health/live", health::live),
                open(GET, "/health/ready", health::ready),
                open(GET, "/metrics", metrics::scrape).producing("text/plain"));
    }
}
