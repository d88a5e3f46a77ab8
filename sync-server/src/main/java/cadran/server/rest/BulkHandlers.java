package cadran.server.rest;

import cadran.model.ids.UuidV7;
import cadran.model.numbers.NumberParser;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.http.Handler;
import cadran.server.http.HttpProblem;
import cadran.server.http.JsonBody;
import cadran.server.sync.Author;
import cadran.server.sync.Outcome;
import cadran.server.sync.Sync;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Many writes of one table in one request and one transaction, each answered on its own. */
public final class BulkHandlers {
    private static final int ITEMS_AT_MOST = 1_000;
    private static final int TOO_LARGE = 413;

    private final Database database;
    private final Sync sync;
    private final BulkWrite.Tools tools;
    private final BulkAnswers answers;

    public BulkHandlers(Database database, Sync sync, NumberParser parser, UuidV7 ids, InstantSource clock) {
        this.database = database;
        this.sync = sync;
        this.tools = new BulkWrite.Tools(
                sync.store(),
                new RowSteps(sync.store(), parser, ids, clock),
                new AssignmentSteps(sync.store(), clock),
                new RowWriter(database, sync));
        this.answers = new BulkAnswers(clock);
    }

    /** The items as far as they can be read, each with its place, and the answers to those that can't. */
    private record Question(List<@Nullable BulkItem> items, SortedMap<Integer, BulkResult> results) {}

    private record Answer(String json, List<Outcome> outcomes) {}

    /** {@code POST /api/v1/{table}/bulk} */
    public Handler write(EntityType<?> type) {
        return (request, caller) -> {
            // Not judged here: each item answers for its own texts.
            var body = JsonBody.readUnchecked(request);
            var list = list(body);
            var reason = EditReason.of(request);
            var key = BulkAnswers.of(request, caller, type.collection() + "\n" + reason + "\n" + body);
            var answer = database.inOrganisation(caller.organisation(), tx -> {
                var before = key.flatMap(known -> answers.find(tx, known));
                if (before.isPresent()) return new Answer(before.get(), List.of());
                key.ifPresent(own -> answers.claim(tx, own));
                var question = question(type, list, reason);
                var write = new BulkWrite(tools, tx, Author.of(tx, caller), type);
                write.run(question.items(), question.results());
                var json = json(question.results().values());
                key.ifPresent(own -> answers.keep(tx, own, json));
                return new Answer(json, write.outcomes());
            });
            sync.changed(caller.organisation(), answer.outcomes());
            request.result(answer.json().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static JsonNode list(JsonNode body) {
        if (!body.isObject())
            throw Problem.of("json.wrong_type").with("expected", "object").asException();
        body.propertyNames().stream()
                .filter(name -> !name.equals("items"))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.of("json.unknown_property").with("name", name).asException();
                });
        if (!body.hasNonNull("items"))
            throw Problem.of("field.required").at("items").asException();
        var items = body.get("items");
        if (!items.isArray()) {
            throw Problem.of("json.wrong_type")
                    .with("expected", "array")
                    .at("items")
                    .asException();
        }
        if (items.size() > ITEMS_AT_MOST) {
            throw HttpProblem.of(TOO_LARGE, Problem.of("bulk.too_many_items").with("most", ITEMS_AT_MOST));
        }
        return items;
    }

    private static Question question(EntityType<?> type, JsonNode list, @Nullable String reason) {
        var items = new ArrayList<@Nullable BulkItem>(list.size());
        var results = new TreeMap<Integer, BulkResult>();
        for (var node : list) {
            try {
                items.add(BulkItem.read(type, node).orBecause(reason));
            } catch (ProblemException wrong) {
                results.put(items.size(), BulkResult.refused(BulkItem.ref(node), null, wrong.problem()));
                items.add(null);
            }
        }
        return new Question(items, results);
    }

    private static String json(Collection<BulkResult> results) {
        long done = results.stream().filter(BulkResult::isDone).count();
        var node = JsonNodeFactory.instance.objectNode();
        node.put("done", done).put("refused", results.size() - done);
        var list = node.putArray("results");
        results.forEach(result -> list.add(result.json()));
        return Json.MAPPER.writeValueAsString(node);
    }
}
