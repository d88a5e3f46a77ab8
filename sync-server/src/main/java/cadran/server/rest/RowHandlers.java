package cadran.server.rest;

import cadran.model.ids.UuidV7;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.StatusEffects;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Intent;
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
import cadran.server.sync.OrganisationDay;
import cadran.server.sync.Sync;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Any synced table over HTTP. What is written becomes an intent like one from a desktop and goes the same way in. */
public final class RowHandlers {
    private static final String STATUS = "status";

    private final Database database;
    private final RowWriter writer;
    private final InstantSource clock;
    private final EntityStore rows;
    private final RowLists lists;
    private final NumberSpelling spelling;
    private final PriceSteps prices;
    private final UuidV7 ids;

    public RowHandlers(Database database, Sync sync, NumberParser parser, UuidV7 ids, InstantSource clock) {
        this.database = database;
        this.writer = new RowWriter(database, sync);
        this.clock = clock;
        this.rows = sync.store();
        this.lists = new RowLists(rows);
        this.spelling = new NumberSpelling(parser);
        this.ids = ids;
        this.prices = new PriceSteps(rows, ids, clock);
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
            var given = RowJson.read(type, body, Set.of("id"));
            var id = chosenId(body);
            var made = writer.inTransaction(caller, tx -> {
                var values = spelling.canonical(tx, type, null, withDefaults(type, given));
                var making = new RowWriter.Step(new Intent.Create(type.name(), id, values), 0);
                return writer.run(tx, Author.of(tx, caller), prices.around(tx, making, null), id);
            });
            request.header("Location", "/api/v1/" + type.collection() + "/" + id);
            request.status(made.result().verdict() == Verdict.APPLIED ? 201 : 200);
            RowWriter.answer(request, made);
        };
    }

    public Handler change(EntityType<?> type) {
        return (request, caller) -> {
            var body = JsonBody.readTree(request);
            write(request, caller, type, (tx, row) -> {
                var given = RowJson.read(type, body, Set.of());
                return new Intent.Patch(type.name(), row.id(), changes(row, spelling.canonical(tx, type, row, given)));
            });
        };
    }

    /** Moves a number's status, with the fields that the move needs and the dates that follow from it. */
    public void moveNumber(Context request, Caller caller) throws IOException {
        var body = JsonBody.readTree(request);
        write(request, caller, Did.TYPE, (tx, row) -> {
            var given = RowJson.read(Did.TYPE, body, Set.of("to"));
            var to = target(body);
            var effects = new StatusEffects((other, id) -> rows.find(tx, other, id), OrganisationDay.of(tx, clock));
            return effects.move(row, DidStatus.valueOf(to), given, null);
        });
    }

    public Handler delete(EntityType<?> type) {
        return (request, caller) -> {
            var id = PathId.of(request, "id");
            var seen = Precondition.of(request);
            writer.inTransaction(caller, tx -> {
                var author = Author.of(tx, caller);
                var row = RowWriter.visible(rows.lock(tx, type, Set.of(id)).get(id), author);
                seen.require(row.version());
                var deleting = new RowWriter.Step(new Intent.Delete(type.name(), id), row.version());
                return writer.run(tx, author, prices.around(tx, deleting, row), id);
            });
            request.status(204);
        };
    }

    /** Judges the body, too: a row that the caller may not see is not found whatever they sent. */
    private interface IntentOfRow {
        Intent of(Tx tx, Row row);
    }

    private void write(Context request, Caller caller, EntityType<?> type, IntentOfRow intent) {
        var id = PathId.of(request, "id");
        var seen = Precondition.of(request);
        var written = writer.inTransaction(caller, tx -> {
            var author = Author.of(tx, caller);
            var row = RowWriter.visible(rows.lock(tx, type, Set.of(id)).get(id), author);
            seen.require(row.version());
            var step = new RowWriter.Step(intent.of(tx, row), row.version());
            return writer.run(tx, author, prices.around(tx, step, row), id);
        });
        RowWriter.answer(request, written);
    }

    private static Map<String, Change> changes(Row row, Map<String, @Nullable Object> values) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> changes.put(field, new Change(row.get(field), value)));
        return changes;
    }

    /** What is new is in use unless its maker says otherwise. */
    private static Map<String, @Nullable Object> withDefaults(EntityType<?> type, Map<String, @Nullable Object> given) {
        var values = new LinkedHashMap<String, @Nullable Object>(given);
        for (var field : type.fields()) {
            if (field.kind() == FieldKind.FLAG && !values.containsKey(field.name())) {
                values.put(field.name(), true);
            }
        }
        return values;
    }

    private UUID chosenId(JsonNode body) {
        Object id = Json.read(ListQuery.ID, body.get("id"));
        return id instanceof UUID chosen ? chosen : ids.next();
    }

    private static String target(JsonNode body) {
        var field = Did.TYPE.field(STATUS);
        Object to = Json.read(field, body.get("to"));
        var wrong = field.check(to);
        if (wrong != null) {
            throw wrong.at("to").asException();
        }
        return String.valueOf(to);
    }

    private static void answer(Context request, ObjectNode json) {
        request.result(Json.MAPPER.writeValueAsBytes(json));
    }
}
