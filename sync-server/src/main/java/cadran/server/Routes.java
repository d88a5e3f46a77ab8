package cadran.server;

import static cadran.model.organisations.Permission.API_KEYS_MANAGE;
import static cadran.model.organisations.Permission.AUDIT_READ;
import static cadran.model.organisations.Permission.INVENTORY_READ;
import static cadran.model.organisations.Permission.INVENTORY_WRITE;
import static cadran.model.organisations.Permission.ORGANISATION_MANAGE;
import static cadran.model.organisations.Permission.PLATFORM_OPERATE;
import static cadran.model.organisations.Permission.USERS_MANAGE;
import static cadran.server.http.Route.open;
import static cadran.server.http.Route.route;
import static cadran.server.http.Route.signedIn;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;

import cadran.model.Schema;
import cadran.model.numbers.Assignment;
import cadran.server.http.HealthHandlers;
import cadran.server.http.MetricsHandlers;
import cadran.server.http.Route;
import cadran.server.organisations.Identity;
import cadran.server.rest.AssignmentHandlers;
import cadran.server.rest.BulkHandlers;
import cadran.server.rest.DocumentHandlers;
import cadran.server.rest.HistoryHandlers;
import cadran.server.rest.RowHandlers;
import cadran.server.sync.SnapshotHandlers;
import cadran.server.sync.SyncHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every URL of the server with its method and the right that it takes. */
public final class Routes {
    private Routes() {}

    public static List<Route> all(
            HealthHandlers health,
            MetricsHandlers metrics,
            Identity identity,
            SyncHandlers sync,
            SnapshotHandlers snapshots,
            RowHandlers rows,
            AssignmentHandlers assignments,
            BulkHandlers bulk,
            HistoryHandlers history,
            DocumentHandlers document) {
        return Stream.of(
                        operation(health, metrics),
                        people(identity),
                        sync(sync, snapshots),
                        tables(rows, assignments, bulk, history, document))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> operation(HealthHandlers health, MetricsHandlers metrics) {
        return List.of(
                open(GET, "/health/live", health::live),
                open(GET, "/health/ready", health::ready),
                open(GET, "/metrics", metrics::scrape).producing("text/plain"));
    }

    private static List<Route> people(Identity identity) {
        var auth = identity.auth();
        var me = identity.me();
        var users = identity.users();
        var invitations = identity.invitations();
        var teams = identity.teams();
        var apiKeys = identity.apiKeys();
        var organisations = identity.organisations();
        var operators = identity.operators();
        var auditLog = identity.auditLog();
        return List.of(
                open(POST, "/api/v1/auth/set-up", organisations::setUp),
                open(POST, "/api/v1/auth/sign-in", auth::signIn),
                open(POST, "/api/v1/auth/refresh", auth::refresh),
                open(POST, "/api/v1/auth/invitation", invitations::offer),
                open(POST, "/api/v1/auth/accept", invitations::accept),
                open(POST, "/api/v1/auth/reset", invitations::reset),
                signedIn(POST, "/api/v1/auth/sign-out", auth::signOut),
                signedIn(POST, "/api/v1/auth/password", auth::changePassword),
                signedIn(GET, "/api/v1/auth/sessions", auth::listSessions),
                signedIn(DELETE, "/api/v1/auth/sessions/{id}", auth::revokeSession),
                signedIn(GET, "/api/v1/users/me", me::get),
                signedIn(POST, "/api/v1/users/me/consents", me::consent),
                route(GET, "/api/v1/users", USERS_MANAGE, users::list),
                route(GET, "/api/v1/users/{id}", USERS_MANAGE, users::get),
                route(PATCH, "/api/v1/users/{id}", USERS_MANAGE, users::patch),
                route(POST, "/api/v1/users/{id}/deactivate", USERS_MANAGE, users::deactivate),
                route(POST, "/api/v1/users/{id}/reactivate", USERS_MANAGE, users::reactivate),
                route(POST, "/api/v1/users/{id}/reset", USERS_MANAGE, users::reset),
                route(GET, "/api/v1/users/{id}/sessions", USERS_MANAGE, users::listSessions),
                route(DELETE, "/api/v1/users/{id}/sessions/{session}", USERS_MANAGE, users::revokeSession),
                route(GET, "/api/v1/invitations", USERS_MANAGE, invitations::list),
                route(POST, "/api/v1/invitations", USERS_MANAGE, invitations::invite),
                route(DELETE, "/api/v1/invitations/{id}", USERS_MANAGE, invitations::revoke),
                signedIn(GET, "/api/v1/teams", teams::list),
                route(POST, "/api/v1/teams", USERS_MANAGE, teams::make),
                route(PATCH, "/api/v1/teams/{id}", USERS_MANAGE, teams::rename),
                route(DELETE, "/api/v1/teams/{id}", USERS_MANAGE, teams::delete),
                route(GET, "/api/v1/api-keys", API_KEYS_MANAGE, apiKeys::list),
                route(POST, "/api/v1/api-keys", API_KEYS_MANAGE, apiKeys::make),
                route(DELETE, "/api/v1/api-keys/{id}", API_KEYS_MANAGE, apiKeys::revoke),
                route(GET, "/api/v1/audit", AUDIT_READ, auditLog::list),
                route(GET, "/api/v1/audit/check", AUDIT_READ, auditLog::check),
                signedIn(GET, "/api/v1/organisation", organisations::getOwn),
                route(PATCH, "/api/v1/organisation", ORGANISATION_MANAGE, organisations::patchOwn),
                route(GET, "/api/v1/organisations", PLATFORM_OPERATE, organisations::list),
                route(POST, "/api/v1/organisations", PLATFORM_OPERATE, organisations::make),
                route(GET, "/api/v1/organisations/{id}", PLATFORM_OPERATE, organisations::get),
                route(POST, "/api/v1/organisations/{id}/suspend", PLATFORM_OPERATE, organisations::suspend),
                route(POST, "/api/v1/organisations/{id}/resume", PLATFORM_OPERATE, organisations::resume),
                route(GET, "/api/v1/operators", PLATFORM_OPERATE, operators::list),
                route(POST, "/api/v1/operators", PLATFORM_OPERATE, operators::make),
                route(DELETE, "/api/v1/operators/{id}", PLATFORM_OPERATE, operators::dismiss),
                route(POST, "/api/v1/resets", PLATFORM_OPERATE, users::resetByOperator));
    }

    private static List<Route> sync(SyncHandlers sync, SnapshotHandlers snapshots) {
        return List.of(
                signedIn(POST, "/api/v1/sync/operations", sync::push),
                signedIn(GET, "/api/v1/sync/changes", sync::changes).producing("application/x-ndjson"),
                signedIn(GET, "/api/v1/sync/snapshot", snapshots::snapshot).producing("application/x-ndjson"),
                signedIn(GET, "/api/v1/sync/probe", snapshots::probe),
                signedIn(GET, "/api/v1/sync/bucket", snapshots::bucket).producing("application/x-ndjson"),
                signedIn(GET, "/api/v1/sync/history", sync::history).producing("application/x-ndjson"),
                signedIn(GET, "/api/v1/sync/hints", sync::hints).producing("text/event-stream"));
    }

    /** Every synced table alike, what numbers have beyond that, and the document that says so. */
    public static List<Route> tables(
            RowHandlers rows,
            AssignmentHandlers assignments,
            BulkHandlers bulk,
            HistoryHandlers history,
            DocumentHandlers document) {
        var routes = new ArrayList<Route>();
        for (var type : Schema.TYPES) {
            var all = "/api/v1/" + type.collection();
            var one = all + "/{id}";
            routes.add(route(GET, all, type.readPermission(), rows.list(type)));
            routes.add(route(GET, one, type.readPermission(), rows.read(type)));
            if (type.isReport()) {
                continue;
            }
            routes.add(route(
                    POST,
                    all,
                    type.writePermission(),
                    type == Assignment.TYPE ? assignments::create : rows.create(type)));
            routes.add(route(POST, all + "/bulk", type.writePermission(), bulk.write(type)));
            routes.add(route(PATCH, one, type.writePermission(), rows.change(type)));
            routes.add(route(DELETE, one, type.writePermission(), rows.delete(type)));
        }
        routes.add(route(POST, "/api/v1/numbers/{id}/status", INVENTORY_WRITE, rows::moveNumber));
        routes.add(route(POST, "/api/v1/assignments/{id}/end", INVENTORY_WRITE, assignments::end));
        routes.add(route(GET, "/api/v1/numbers/{id}/history", INVENTORY_READ, history::ofNumber));
        routes.add(route(GET, "/api/v1/history", INVENTORY_READ, history::list));
        routes.add(open(GET, "/api/v1/openapi.json", document::document));
        routes.add(open(GET, "/api/docs", document::page).producing("text/html"));
        routes.add(open(GET, "/api/docs/docs.css", document::style).producing("text/css"));
        routes.add(open(GET, "/api/docs/docs.js", document::script).producing("text/javascript"));
        return routes;
    }
}
