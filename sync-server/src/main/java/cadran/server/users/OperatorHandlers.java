package cadran.server.users;

import cadran.model.ids.UserId;
import cadran.model.organisations.Items;
import cadran.model.organisations.Operator;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import io.javalin.http.Context;
import java.io.IOException;

/** The platform's operators, over HTTP. */
public final class OperatorHandlers {
    private final Operators operators;

    public OperatorHandlers(Operators operators) {
        this.operators = operators;
    }

    public void list(Context request, Caller caller) {
        request.json(new Items<>(operators.list()));
    }

    public void make(Context request, Caller caller) throws IOException {
        var made = operators.make(caller, JsonBody.read(request, Operator.Request.class));
        request.status(201);
        request.json(made);
    }

    public void dismiss(Context request, Caller caller) {
        operators.dismiss(caller, new UserId(PathId.of(request, "id")));
        request.status(204);
    }
}
