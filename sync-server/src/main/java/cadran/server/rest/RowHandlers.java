package cadran.server.rest;

import cadran.model.ids.UuidV7;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberParser;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import cadran.server.http.Handler;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import cadran.server.http.Precondition;
import cadran.server.sync.Author;
import cadran.server.sync.EntityStore;
import cadran.server.sync.Outcome;
import cadran.server.sync.Sync;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Any synced table over HTTP. What is written becomes an intent like one from a desktop and goes the same way in. */
public final class RowHandlers {
    private final Database database;
    private final RowWriter writer;
    private final EntityStore rows;
    private final RowLists lists;
    private final RowSteps steps;

    public RowHandlers(Database database, Sync sync, NumberParser parser, UuidV7 ids, InstantSource clock) {
        this.database = database;
        this.writer = new RowWriter(database, sync);
        this.rows = sync.store();
        this.lists = new RowLists(rows);
        this.steps = new RowSteps(rows, parser, ids, clock);
    }

    public Handler list(EntityType<?> type) {
        return (request, caller) -> {
            var query = ListQueryReader.read(type, request.queryParamMap());
            var page = database.inSnapshot(
                    caller.organisation(),
                    tx -> lists.page(tx, query, Author.of(tx, caller).audiences()));
            var answer = JsonNodeFactory.instance.objectNode();
            var items = answer.putArray("items");
            page.rows().forEach(row -> items.add(RowJson.write(row, query.fields())));
            var next = page.next();
            answer.put("next", next == null ? null : next.encode(query.sort()));
            answer(request, answer);
        };
    }

    public Handler read(EntityType<?> type) {
        return (request, caller) -> {
            var fields = ListQueryReader.readFields(type, request.queryParamMap());
            var id = PathId.of(request, "id");
            var row = database.inSnapshot(
                    caller.organisation(), tx -> RowWriter.visible(rows.find(tx, type, id), Author.of(tx, caller)));
            request.header("ETag", Precondition.tag(row.version()));
            if (Precondition.of(request).isKnown(row.version())) {
                request.status(304);
            } else {
                answer(request, RowJson.write(row, fields));
            }
        };
    }

    public Handler create(EntityType<?> type) {
        return (request, caller) -> {
            var body = JsonBody.readTree(request);
            var reason = EditReason.of(request);
            var id = steps.idOf(type, body);
            var made = writer.inTransaction(
                    caller, tx -> writer.run(tx, Author.of(tx, caller), reason, steps.create(tx, type, id, body), id));
            request.header("Location", "/api/v1/" + type.collection() + "/" + id);
            request.status(made.result().verdict() == Verdict.APPLIED ? 201 : 200);
            RowWriter.answer(request, made);
        };
    }

    public Handler change(EntityType<?> type) {
        return (request, caller) -> {
            var body = JsonBody.readTree(request);
            RowWriter.answer(request, write(request, caller, type, (tx, row) -> steps.change(tx, row, body)));
        };
    }

    /** Moves a number's status, with the fields that the move needs and the dates that follow from it. */
    public void moveNumber(Context request, Caller caller) throws IOException {
        var body = JsonBody.readTree(request);
        RowWriter.answer(request, write(request, caller, Did.TYPE, (tx, row) -> steps.move(tx, row, body)));
    }

    public Handler delete(EntityType<?> type) {
        return (request, caller) -> {
            write(request, caller, type, steps::delete);
            request.status(204);
        };
    }

    /** Judges the body, too: a row that the caller may not see is not found whatever they sent. */
    private interface StepsOfRow {
        List<RowWriter.Step> of(Tx tx, Row row);
    }

    private Outcome write(Context request, Caller caller, EntityType<?> type, StepsOfRow write) {
        var id = PathId.of(request, "id");
        var seen = Precondition.of(request);
        var reason = EditReason.of(request);
        return writer.inTransaction(caller, tx -> {
            var author = Author.of(tx, caller);
            var row = RowWriter.visible(rows.lock(tx, type, Set.of(id)).get(id), author);
            seen.require(row.version());
            return writer.run(tx, author, reason, write.of(tx, row), id);
        });
    }

    private static void answer(Context request, ObjectNode json) {
        request.result(Json.MAPPER.writeValueAsBytes(json));
    }
}
