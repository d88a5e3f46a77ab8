package cadran.model.wire;

import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Verdict;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Operations and their results as JSON objects: on the wire, in the outbox and in the server's log alike. */
public final class OperationJson {
    /** Not a row's field, but checked like a text of one. */
    private static final Field REASON = Field.text("reason", Operation.LONGEST_REASON);

    private OperationJson() {}

    public static ObjectNode write(Operation operation) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", operation.id().toString());
        node.put("number", operation.number());
        if (operation.group() != null) {
            node.put("group", operation.group().toString());
        }
        node.put("at", operation.at().toString());
        node.put("baseVersion", operation.baseVersion());
        node.put("after", operation.after());
        node.set("intent", write(operation.intent()));
        if (operation.reason() != null) {
            node.put("reason", operation.reason());
        }
        return node;
    }

    /** What names an operation, readable also when its intent is not. */
    public static UUID readId(JsonNode node) {
        return uuid(node, "id");
    }

    public static long readNumber(JsonNode node) {
        return number(node, "number");
    }

    public static Operation read(JsonNode node) {
        return new Operation(
                readId(node),
                readNumber(node),
                node.hasNonNull("group") ? uuid(node, "group") : null,
                instant(node, "at"),
                number(node, "baseVersion"),
                number(node, "after"),
                readIntent(required(node, "intent")),
                reason(node));
    }

    private static @Nullable String reason(JsonNode node) {
        if (!node.hasNonNull("reason")) {
            return null;
        }
        var problem = REASON.check(text(node, "reason"));
        if (problem != null) {
            throw problem.asException();
        }
        return text(node, "reason");
    }

    public static ObjectNode write(Intent intent) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("entity", intent.entity());
        node.put("row", intent.rowId().toString());
        switch (intent) {
            case Intent.Create create -> node.put("do", "create").set("values", Json.writeValues(create.values()));
            case Intent.Patch patch -> node.put("do", "patch").set("changes", changes(patch.changes()));
            case Intent.Move move -> {
                node.put("do", "move").put("field", move.field()).put("to", move.to());
                node.set("changes", changes(move.changes()));
                if (move.seen() != null) {
                    node.put("seen", move.seen());
                }
            }
            case Intent.Delete ignored -> node.put("do", "delete");
        }
        return node;
    }

    public static Intent readIntent(JsonNode node) {
        EntityType<?> type = Schema.type(text(node, "entity"));
        UUID row = uuid(node, "row");
        String verb = text(node, "do");
        return switch (verb) {
            case "create" -> new Intent.Create(type.name(), row, Json.readValues(type, node.get("values")));
            case "patch" -> new Intent.Patch(type.name(), row, readChanges(type, node.get("changes")));
            case "move" ->
                new Intent.Move(
                        type.name(),
                        row,
                        type.field(text(node, "field")).name(),
                        text(node, "to"),
                        readChanges(type, node.get("changes")),
                        node.hasNonNull("seen") ? text(node, "seen") : null);
            case "delete" -> new Intent.Delete(type.name(), row);
            default ->
                throw Problem.of("intent.unknown").with("intent", verb).at("do").asException();
        };
    }

    public static ObjectNode write(OperationResult result) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("number", result.number());
        node.put("operation", result.operation().toString());
        node.put("entity", result.entity());
        node.put("verdict", result.verdict().name());
        node.put("change", result.change());
        node.put("version", result.version());
        if (result.problem() != null) {
            node.set("problem", write(result.problem()));
        }
        if (!result.theirs().isEmpty()) {
            node.set("theirs", Json.writeValues(result.theirs()));
        }
        return node;
    }

    /** Also of a table that this program doesn't know: then the values that clashed are left out. */
    public static OperationResult readResult(JsonNode node) {
        var entity = text(node, "entity");
        var type = Schema.find(entity);
        return new OperationResult(
                number(node, "number"),
                uuid(node, "operation"),
                entity,
                Verdict.valueOf(text(node, "verdict")),
                number(node, "change"),
                number(node, "version"),
                node.hasNonNull("problem") ? readProblem(node.get("problem")) : null,
                type == null ? Map.of() : Json.readKnownValues(type, node.get("theirs")));
    }

    public static ObjectNode write(Problem problem) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("code", problem.code());
        var args = node.putObject("args");
        problem.args().forEach(args::put);
        if (problem.field() != null) {
            node.put("field", problem.field());
        }
        return node;
    }

    public static Problem readProblem(JsonNode node) {
        var args = new LinkedHashMap<String, String>();
        if (node.hasNonNull("args")) {
            node.get("args")
                    .propertyStream()
                    .forEach(arg -> args.put(arg.getKey(), arg.getValue().asString()));
        }
        String field = node.hasNonNull("field") ? text(node, "field") : null;
        return new Problem(text(node, "code"), args, field);
    }

    private static ObjectNode changes(Map<String, Change> changes) {
        var node = JsonNodeFactory.instance.objectNode();
        changes.forEach((name, change) ->
                node.putArray(name).add(Json.write(change.before())).add(Json.write(change.after())));
        return node;
    }

    private static Map<String, Change> readChanges(EntityType<?> type, @Nullable JsonNode node) {
        var changes = new LinkedHashMap<String, Change>();
        if (node == null || node.isNull()) {
            return changes;
        }
        node.propertyStream().forEach(property -> {
            var field = type.field(property.getKey());
            var pair = property.getValue();
            if (!pair.isArray() || pair.size() != 2) {
                throw wrong(field.name(), "before and after");
            }
            changes.put(field.name(), new Change(Json.read(field, pair.get(0)), Json.read(field, pair.get(1))));
        });
        return changes;
    }

    private static JsonNode required(JsonNode node, String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            throw Problem.of("field.required").at(name).asException();
        }
        return value;
    }

    private static String text(JsonNode node, String name) {
        var value = required(node, name);
        if (!value.isString()) {
            throw wrong(name, "string");
        }
        return value.stringValue();
    }

    private static UUID uuid(JsonNode node, String name) {
        return Json.uuid(name, text(node, name));
    }

    private static long number(JsonNode node, String name) {
        var value = required(node, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(name, "integer");
        }
        return value.longValue();
    }

    private static Instant instant(JsonNode node, String name) {
        try {
            return Instant.parse(text(node, name));
        } catch (DateTimeParseException e) {
            throw wrong(name, "instant");
        }
    }

    private static RuntimeException wrong(String field, String expected) {
        return Problem.of("json.wrong_type")
                .with("expected", expected)
                .at(field)
                .asException();
    }
}
