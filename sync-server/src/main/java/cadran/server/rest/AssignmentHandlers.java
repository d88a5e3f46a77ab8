package cadran.server.rest;

import cadran.model.ids.UuidV7;
import cadran.model.numbers.Assignment;
import cadran.model.sync.Verdict;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import cadran.server.http.Precondition;
import cadran.server.sync.Author;
import cadran.server.sync.EntityStore;
import cadran.server.sync.Sync;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/** Assignments over HTTP, with what they do to their numbers: one request is what a desktop does in one step. */
public final class AssignmentHandlers {
    private final AssignmentSteps steps;
    private final EntityStore rows;
    private final RowWriter writer;
    private final UuidV7 ids;

    public AssignmentHandlers(Database database, Sync sync, UuidV7 ids, InstantSource clock) {
        this.rows = sync.store();
        this.steps = new AssignmentSteps(rows, clock);
        this.writer = new RowWriter(database, sync);
        this.ids = ids;
    }

    /** A free number becomes the campaign's customer's, and is in use from the first day. */
    public void create(Context request, Caller caller) throws IOException {
        var body = JsonBody.readTree(request);
        var reason = EditReason.of(request);
        var chosen = Json.read(ListQuery.ID, body.get("id"));
        var id = chosen instanceof UUID own ? own : ids.next();
        var made = writer.inTransaction(caller, tx -> {
            var author = Author.of(tx, caller);
            return writer.run(tx, author, reason, steps.begin(tx, author, id, body), id);
        });
        request.header("Location", "/api/v1/" + Assignment.TYPE.collection() + "/" + id);
        request.status(made.result().verdict() == Verdict.APPLIED ? 201 : 200);
        RowWriter.answer(request, made);
    }

    /** Ends an assignment on the day that the body names, or today. A number that nothing uses any more is not in use. */
    public void end(Context request, Caller caller) throws IOException {
        var id = PathId.of(request, "id");
        var seen = Precondition.of(request);
        var reason = EditReason.of(request);
        var body = JsonBody.readTree(request);
        var ended = writer.inTransaction(caller, tx -> {
            var author = Author.of(tx, caller);
            // What an assignment is a part of is held before it.
            var did = steps.numberOf(tx, author, RowWriter.visible(rows.find(tx, Assignment.TYPE, id), author));
            var now =
                    RowWriter.visible(rows.lock(tx, Assignment.TYPE, Set.of(id)).get(id), author);
            seen.require(now.version());
            return writer.run(tx, author, reason, steps.end(tx, did, now, body), id);
        });
        RowWriter.answer(request, ended);
    }
}
