package cadran.server.auth;

import cadran.model.organisations.ApiKey;
import cadran.model.organisations.Items;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import io.javalin.http.Context;
import java.io.IOException;

/** The organisation's API keys, over HTTP. */
public final class ApiKeyHandlers {
    private final Database database;
    private final ApiKeys keys;

    public ApiKeyHandlers(Database database, ApiKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    public void list(Context request, Caller caller) {
        request.json(new Items<>(database.inOrganisation(caller.organisation(), keys::list)));
    }

    public void make(Context request, Caller caller) throws IOException {
        var body = JsonBody.read(request, ApiKey.Request.class);
        var made = database.inOrganisation(caller.organisation(), tx -> keys.make(tx, caller, body));
        request.status(201);
        request.json(made);
    }

    public void revoke(Context request, Caller caller) {
        var id = PathId.of(request, "id");
        database.inOrganisation(caller.organisation(), tx -> {
            keys.revoke(tx, caller, id);
            return true;
        });
        request.status(204);
    }
}
