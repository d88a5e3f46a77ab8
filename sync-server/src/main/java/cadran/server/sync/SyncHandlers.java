package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.problem.Problem;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import cadran.server.db.Database;
import cadran.server.db.TxWork;
import cadran.server.http.Caller;
import cadran.server.http.HttpProblem;
import cadran.server.http.JsonBody;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Push, pull, history and hints over HTTP. Who asks, and in which organisation, comes from the token alone. */
public final class SyncHandlers {
    private static final int OPERATIONS_AT_MOST = 1_000;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;

    private final Database database;
    private final Feed feed;
    private final PushGroups pushes;
    private final Pull pull;
    private final HistoryStream history;
    private final HintBus bus;
    private final HintStream hints;

    SyncHandlers(
            Database database,
            Feed feed,
            PushGroups pushes,
            Pull pull,
            HistoryStream history,
            HintBus bus,
            HintStream hints) {
        this.database = database;
        this.feed = feed;
        this.pushes = pushes;
        this.pull = pull;
        this.history = history;
        this.bus = bus;
        this.hints = hints;
    }

    /** {@code POST /api/v1/sync/operations} */
    public void push(Context request, Caller caller) throws IOException {
        var question = question(JsonBody.readUnchecked(request));
        var user = user(caller);
        var answer = pushes.push(caller.organisation(), new Push.Asked(caller, user, question));
        bus.changed(caller.organisation(), answer.head());
        var node = JsonNodeFactory.instance.objectNode();
        node.put("lastNumber", answer.lastNumber());
        node.put("head", answer.head());
        var results = node.putArray("results");
        answer.results().forEach(result -> results.add(OperationJson.write(result)));
        request.result(Json.MAPPER.writeValueAsBytes(node));
    }

    /** {@code GET /api/v1/sync/changes} */
    public void changes(Context request, Caller caller) throws IOException {
        Pages.requireSchema(request);
        var device = request.queryParam("device");
        var feedId = request.queryParam("feed");
        long cursor = Pages.number(request, "cursor", 0);
        if (cursor > 0 && (feedId == null || request.queryParam("hash") == null)) {
            throw Problem.of("query.required")
                    .at(feedId == null ? "feed" : "hash")
                    .asException();
        }
        var question = new Pull.Question(
                new FeedPosition(feedId == null ? null : Json.uuid("feed", feedId), cursor, request.queryParam("hash")),
                device == null ? null : new DeviceId(Json.uuid("device", device)),
                Pages.number(request, "after", 0));
        Pages.answer(request, page(caller, question));
    }

    private byte[] page(Caller caller, Pull.Question question) {
        var user = caller.actor().user();
        TxWork<Optional<byte[]>> read = tx -> pull.page(tx, Author.of(tx, caller), user, question);
        var page = database.inSnapshot(caller.organisation(), read);
        if (page.isPresent()) return page.get();
        // A feed has its identity from its first reader or writer on; a snapshot can't write it down.
        database.inOrganisation(caller.organisation(), feed::lock);
        return database.inSnapshot(caller.organisation(), read).orElseThrow();
    }

    /** {@code GET /api/v1/sync/history} */
    public void history(Context request, Caller caller) throws IOException {
        Pages.requireSchema(request);
        long cursor = Pages.number(request, "cursor", 0);
        var hash = cursor == 0 ? null : Pages.required(request, "hash");
        Pages.answer(
                request,
                database.inSnapshot(
                        caller.organisation(), tx -> history.page(tx, Author.of(tx, caller), cursor, hash)));
    }

    /** {@code GET /api/v1/sync/hints} */
    public void hints(Context request, Caller caller) throws IOException {
        request.header("Cache-Control", "no-store");
        request.header("X-Accel-Buffering", "no");
        hints.write(caller.organisation(), request.res().getOutputStream());
    }

    private static UserId user(Caller caller) {
        var user = caller.actor().user();
        if (user == null) throw HttpProblem.of(FORBIDDEN, "sync.user_required");
        return user;
    }

    private static Push.Question question(JsonNode body) {
        var operations = new ArrayList<IncomingOperation>();
        var list = body.path("operations");
        if (!list.isArray()) throw wrong("operations", "array");
        Pages.requireNoNewer(body.path("schema").asLong(Schema.NUMBER));
        if (list.size() > OPERATIONS_AT_MOST) {
            throw HttpProblem.of(
                    TOO_LARGE, Problem.of("sync.too_many_operations").with("most", OPERATIONS_AT_MOST));
        }
        list.forEach(operation -> operations.add(IncomingOperation.read(operation)));
        var feedId = body.path("feed");
        var cursor = body.path("cursor");
        var hash = body.path("hash");
        if (!cursor.isMissingNode() && !cursor.isNull() && !cursor.canConvertToLong()) throw wrong("cursor", "integer");
        return new Push.Question(
                new DeviceId(Json.uuid("device", body.path("device").asString(""))),
                new FeedPosition(
                        feedId.isString() ? Json.uuid("feed", feedId.stringValue()) : null,
                        cursor.isIntegralNumber() ? cursor.longValue() : 0,
                        hash.isString() ? Stamp.read(hash.stringValue()).hash() : null),
                List.copyOf(operations));
    }

    private static RuntimeException wrong(String field, String expected) {
        return Problem.of("json.wrong_type")
                .with("expected", expected)
                .at(field)
                .asException();
    }
}
