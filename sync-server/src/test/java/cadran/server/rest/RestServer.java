package cadran.server.rest;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.server.Routes;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditLog;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import cadran.server.http.HttpSettings;
import cadran.server.http.Route;
import cadran.server.sync.Sync;
import cadran.server.testing.FoundedOrganisation;
import cadran.server.testing.RunningHttp;
import io.javalin.http.HandlerType;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The API on a real port and a real database, with callers made up by the test. */
final class RestServer implements AutoCloseable {
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();
    private final Set<OrganisationId> founded = ConcurrentHashMap.newKeySet();
    private final Database db;
    private final RunningHttp http;

    RestServer(Database db) {
        this.db = db;
        http = new RunningHttp(HttpSettings.loopback(), routes(db), this::authenticate);
    }

    private Caller authenticate(String token) {
        var caller = callers.get(token);
        if (caller == null) {
            throw Problem.of("auth.invalid").asException();
        }
        return caller;
    }

    private static List<Route> routes(Database db) {
        var clock = InstantSource.system();
        var random = new SecureRandom();
        var ids = new UuidV7(clock, random);
        var sync = new Sync(db, new AuditLog(clock, random), clock, ids);
        var rows = new RowHandlers(db, sync, new NumberParser(NumberingPlan.shipped()), ids, clock);
        var routes = new ArrayList<>(Routes.tables(
                rows,
                new AssignmentHandlers(db, sync, ids, clock),
                new BulkHandlers(db, sync, new NumberParser(NumberingPlan.shipped()), ids, clock),
                new HistoryHandlers(db, sync),
                new DocumentHandlers()));
        var pull = sync.handlers();
        routes.add(Route.signedIn(HandlerType.GET, "/api/v1/sync/changes", pull::changes)
                .producing("application/x-ndjson"));
        return routes;
    }

    static OrganisationId newOrganisation() {
        return new OrganisationId(UUID.randomUUID());
    }

    /** Somebody who edits the inventory of an organisation that nobody else is in. */
    Api telecom() {
        return telecom(newOrganisation());
    }

    /** With the rules of use beside, so that it writes every table. */
    Api telecom(OrganisationId organisation) {
        return with(
                organisation,
                Permission.INVENTORY_READ,
                Permission.INVENTORY_WRITE,
                Permission.USE_RULES_MANAGE,
                Permission.ORGANISATION_MANAGE);
    }

    /** What a desktop of the organisation would pull from the beginning. */
    String changes(OrganisationId organisation) {
        var token = token(organisation, Permission.INVENTORY_READ);
        var answer = http.get("/api/v1/sync/changes", "Authorization", "Bearer " + token);
        return answer.body();
    }

    Api with(OrganisationId organisation, Permission... permissions) {
        return new Api(http, token(organisation, permissions), organisation.value());
    }

    private String token(OrganisationId organisation, Permission... permissions) {
        if (founded.add(organisation)) {
            FoundedOrganisation.in(db, organisation);
        }
        var token = UUID.randomUUID().toString();
        var actor = Actor.of(new UserId(UUID.randomUUID()), null);
        callers.put(token, new Caller(organisation, actor, Set.of(permissions)));
        return token;
    }

    Api nobody() {
        return new Api(http, "", null);
    }

    HttpResponse<String> page(String path) {
        return http.get(path);
    }

    @Override
    public void close() {
        http.close();
    }
}
