package cadran.server.users;

import cadran.model.auth.AcceptRequest;
import cadran.model.auth.CodeRequest;
import cadran.model.auth.ResetRequest;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Items;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import io.javalin.http.Context;
import java.io.IOException;

/** One-time codes over HTTP: those who give them, and those who come with one. */
public final class InvitationHandlers {
    private final Database database;
    private final Invitations invitations;
    private final Joining joining;
    private final PasswordResets resets;

    public InvitationHandlers(Database database, Invitations invitations, Joining joining, PasswordResets resets) {
        this.database = database;
        this.invitations = invitations;
        this.joining = joining;
        this.resets = resets;
    }

    public void list(Context request, Caller caller) {
        request.json(new Items<>(database.inOrganisation(caller.organisation(), invitations::list)));
    }

    public void invite(Context request, Caller caller) throws IOException {
        var body = JsonBody.read(request, Invitation.Request.class);
        var made = database.inOrganisation(caller.organisation(), tx -> invitations.invite(tx, caller, body));
        request.status(201);
        request.json(made);
    }

    public void revoke(Context request, Caller caller) {
        var id = PathId.of(request, "id");
        database.inOrganisation(caller.organisation(), tx -> {
            invitations.revoke(tx, caller, id);
            return true;
        });
        request.status(204);
    }

    /** A POST, so that the code doesn't get into logs of addresses. */
    public void offer(Context request) throws IOException {
        request.json(joining.offer(JsonBody.read(request, CodeRequest.class).code()));
    }

    public void accept(Context request) throws IOException {
        var tokens = joining.accept(JsonBody.read(request, AcceptRequest.class), request.ip());
        request.status(201);
        request.json(tokens);
    }

    public void reset(Context request) throws IOException {
        resets.use(JsonBody.read(request, ResetRequest.class));
        request.status(204);
    }
}
