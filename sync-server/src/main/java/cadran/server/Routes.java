package cadran.server;

import static cadran.model.organisations.Permission.INVENTORY_WRITE;
import static cadran.server.http.Route.open;
import static cadran.server.http.Route.route;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;

import cadran.model.Schema;
import cadran.server.http.HealthHandlers;
import cadran.server.http.MetricsHandlers;
import cadran.server.http.Route;
import cadran.server.rest.DocumentHandlers;
import cadran.server.rest.RowHandlers;
import java.util.ArrayList;
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

    /** Every synced table alike, what numbers have beyond that, and the document that says so. */
    public static List<Route> tables(RowHandlers rows, DocumentHandlers document) {
        var routes = new ArrayList<Route>();
        for (var type : Schema.TYPES) {
            var all = "/api/v1/" + type.collection();
            var one = all + "/{id}";
            routes.add(route(GET, all, type.readPermission(), rows.list(type)));
            routes.add(route(POST, all, type.writePermission(), rows.create(type)));
            routes.add(route(GET, one, type.readPermission(), rows.read(type)));
            routes.add(route(PATCH, one, type.writePermission(), rows.change(type)));
            routes.add(route(DELETE, one, type.writePermission(), rows.delete(type)));
        }
        routes.add(route(POST, "/api/v1/numbers/{id}/status", INVENTORY_WRITE, rows::moveNumber));
        routes.add(open(GET, "/api/v1/openapi.json", document::document));
        routes.add(open(GET, "/api/docs", document::page).producing("text/html"));
        routes.add(open(GET, "/api/docs/docs.css", document::style).producing("text/css"));
        routes.add(open(GET, "/api/docs/docs.js", document::script).producing("text/javascript"));
        return routes;
    }
}
