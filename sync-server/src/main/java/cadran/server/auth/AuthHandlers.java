package cadran.server.auth;

import cadran.model.auth.PasswordChange;
import cadran.model.auth.RefreshRequest;
import cadran.model.auth.SignInRequest;
import cadran.model.organisations.Items;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import io.javalin.http.Context;
import java.io.IOException;

/** Signing in and staying so, over HTTP. */
public final class AuthHandlers {
    private final Database database;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Passwords passwords;

    public AuthHandlers(Database database, SignIn signIn, Sessions sessions, Passwords passwords) {
        this.database = database;
        this.signIn = signIn;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    public void signIn(Context request) throws IOException {
        request.json(signIn.signIn(JsonBody.read(request, SignInRequest.class), request.ip()));
    }

    public void refresh(Context request) throws IOException {
        var body = JsonBody.read(request, RefreshRequest.class);
        request.json(sessions.refresh(body.refreshToken(), request.ip()));
    }

    public void signOut(Context request, Caller caller) {
        var person = Person.of(caller);
        database.inOrganisation(caller.organisation(), tx -> {
            sessions.signOut(tx, person, caller.actor());
            return true;
        });
        request.status(204);
    }

    public void listSessions(Context request, Caller caller) {
        var person = Person.of(caller);
        request.json(new Items<>(database.inOrganisation(
                caller.organisation(), tx -> sessions.list(tx, person.user(), caller.actor()))));
    }

    public void revokeSession(Context request, Caller caller) {
        var person = Person.of(caller);
        var session = PathId.of(request, "id");
        database.inOrganisation(caller.organisation(), tx -> {
            sessions.revoke(tx, person.user(), session, caller.actor());
            return true;
        });
        request.status(204);
    }

    public void changePassword(Context request, Caller caller) throws IOException {
        var person = Person.of(caller);
        passwords.change(caller.organisation(), person, JsonBody.read(request, PasswordChange.class), request.ip());
        request.status(204);
    }
}
