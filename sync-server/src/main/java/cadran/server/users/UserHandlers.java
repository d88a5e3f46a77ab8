package cadran.server.users;

import cadran.model.ids.UserId;
import cadran.model.organisations.Items;
import cadran.model.organisations.Member;
import cadran.model.organisations.ResetCode;
import cadran.server.auth.Sessions;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import cadran.server.http.Precondition;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.BiConsumer;

/** The members of the caller's organisation, over HTTP. */
public final class UserHandlers {
    private final Database database;
    private final Members members;
    private final Sessions sessions;
    private final PasswordResets resets;

    public UserHandlers(Database database, Members members, Sessions sessions, PasswordResets resets) {
        this.database = database;
        this.members = members;
        this.sessions = sessions;
        this.resets = resets;
    }

    public void list(Context request, Caller caller) {
        request.json(new Items<>(database.inOrganisation(caller.organisation(), members::list)));
    }

    public void get(Context request, Caller caller) {
        var user = user(request);
        answer(request, database.inOrganisation(caller.organisation(), tx -> members.get(tx, user)));
    }

    private static void answer(Context request, Member member) {
        request.header("ETag", Precondition.tag(member.version()));
        request.json(member);
    }

    public void patch(Context request, Caller caller) throws IOException {
        var user = user(request);
        var seen = Precondition.of(request);
        var patch = JsonBody.take(request, Member.Patch.class);
        answer(
                request,
                database.inOrganisation(caller.organisation(), tx -> members.patch(tx, caller, user, seen, patch)));
    }

    public void deactivate(Context request, Caller caller) {
        change(request, caller, (tx, user) -> members.deactivate(tx, caller, user));
    }

    public void reactivate(Context request, Caller caller) {
        change(request, caller, (tx, user) -> members.reactivate(tx, caller, user));
    }

    private void change(Context request, Caller caller, BiConsumer<Tx, UserId> change) {
        var user = user(request);
        answer(request, database.inOrganisation(caller.organisation(), tx -> {
            change.accept(tx, user);
            return members.get(tx, user);
        }));
    }

    public void reset(Context request, Caller caller) {
        var user = user(request);
        request.status(201);
        request.json(database.inOrganisation(caller.organisation(), tx -> members.reset(tx, caller, user)));
    }

    public void resetByOperator(Context request, Caller caller) throws IOException {
        var code = resets.issueByOperator(caller, JsonBody.read(request, ResetCode.Request.class));
        request.status(201);
        request.json(code);
    }

    public void listSessions(Context request, Caller caller) {
        var user = user(request);
        request.json(new Items<>(database.inOrganisation(caller.organisation(), tx -> {
            members.get(tx, user);
            return sessions.list(tx, user, caller.actor());
        })));
    }

    public void revokeSession(Context request, Caller caller) {
        var user = user(request);
        var session = PathId.of(request, "session");
        database.inOrganisation(caller.organisation(), tx -> {
            sessions.revoke(tx, user, session, caller.actor());
            return true;
        });
        request.status(204);
    }

    private static UserId user(Context request) {
        return new UserId(PathId.of(request, "id"));
    }
}
