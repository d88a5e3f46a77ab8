package cadran.server.users;

import cadran.model.organisations.Items;
import cadran.model.organisations.Team;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import cadran.server.http.Precondition;
import io.javalin.http.Context;
import java.io.IOException;

/** The teams of the caller's organisation, over HTTP. */
public final class TeamHandlers {
    private final Database database;
    private final Teams teams;

    public TeamHandlers(Database database, Teams teams) {
        this.database = database;
        this.teams = teams;
    }

    public void list(Context request, Caller caller) {
        request.json(new Items<>(database.inOrganisation(caller.organisation(), teams::list)));
    }

    public void make(Context request, Caller caller) throws IOException {
        var body = JsonBody.read(request, Team.Request.class);
        var team = database.inOrganisation(caller.organisation(), tx -> teams.make(tx, caller, body));
        request.status(201);
        answer(request, team);
    }

    public void rename(Context request, Caller caller) throws IOException {
        var id = PathId.of(request, "id");
        var seen = Precondition.of(request);
        var body = JsonBody.take(request, Team.Request.class);
        answer(request, database.inOrganisation(caller.organisation(), tx -> teams.rename(tx, caller, id, seen, body)));
    }

    private static void answer(Context request, Team team) {
        request.header("ETag", Precondition.tag(team.version()));
        request.json(team);
    }

    public void delete(Context request, Caller caller) {
        var id = PathId.of(request, "id");
        database.inOrganisation(caller.organisation(), tx -> {
            teams.delete(tx, caller, id);
            return true;
        });
        request.status(204);
    }
}
