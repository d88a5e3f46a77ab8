package cadran.server.organisations;

import cadran.model.auth.SetUpRequest;
import cadran.model.ids.OrganisationId;
import cadran.model.organisations.Items;
import cadran.model.organisations.Organisation;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import cadran.server.http.Precondition;
import io.javalin.http.Context;
import java.io.IOException;

/** Organisations over HTTP. */
public final class OrganisationHandlers {
    private final Organisations organisations;
    private final SetUp setUp;

    public OrganisationHandlers(Organisations organisations, SetUp setUp) {
        this.organisations = organisations;
        this.setUp = setUp;
    }

    public void setUp(Context request) throws IOException {
        var tokens = setUp.setUp(JsonBody.read(request, SetUpRequest.class), request.ip());
        request.status(201);
        request.json(tokens);
    }

    public void list(Context request, Caller caller) {
        request.json(new Items<>(organisations.list()));
    }

    public void get(Context request, Caller caller) {
        answer(request, organisations.get(id(request)));
    }

    public void make(Context request, Caller caller) throws IOException {
        var made = organisations.make(caller, JsonBody.read(request, Organisation.Request.class));
        request.status(201);
        request.json(made);
    }

    public void suspend(Context request, Caller caller) {
        request.json(organisations.suspend(caller, id(request)));
    }

    public void resume(Context request, Caller caller) {
        request.json(organisations.resume(caller, id(request)));
    }

    public void getOwn(Context request, Caller caller) {
        answer(request, organisations.get(caller.organisation()));
    }

    public void patchOwn(Context request, Caller caller) throws IOException {
        var seen = Precondition.of(request);
        answer(request, organisations.patchOwn(caller, seen, JsonBody.read(request, Organisation.Patch.class)));
    }

    private static void answer(Context request, Organisation organisation) {
        request.header("ETag", Precondition.tag(organisation.version()));
        request.json(organisation);
    }

    private static OrganisationId id(Context request) {
        return new OrganisationId(PathId.of(request, "id"));
    }
}
