package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import cadran.server.testing.SignedIn;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody's desktop pushes, in bare JSON: also what no program of ours would send. */
final class Desktop {
    private final SignedIn who;
    private long number;

    Desktop(SignedIn who) {
        this.who = who;
    }

    /** The code of the problem, empty where it is done; a dot and the field behind it, where it names one. */
    String push(EntityType<?> type, UUID row, String verb, String with, JsonNode given) {
        var intent = JsonNodeFactory.instance
                .objectNode()
                .put("entity", type.name())
                .put("row", row.toString())
                .put("do", verb);
        intent.set(with, given);
        return push(intent);
    }

    String create(EntityType<?> type, ObjectNode values) {
        return push(type, UUID.randomUUID(), "create", "values", values);
    }

    String push(ObjectNode intent) {
        var operation = JsonNodeFactory.instance.objectNode();
        operation
                .put("id", UUID.randomUUID().toString())
                .put("number", ++number)
                .put("at", Instant.EPOCH.toString())
                .put("baseVersion", 1)
                .put("after", 0)
                .set("intent", intent);
        var body = JsonNodeFactory.instance.objectNode();
        body.put("device", who.device().id().toString())
                .put("schema", Schema.NUMBER)
                .putArray("operations")
                .add(operation);
        var answer = who.post("/api/v1/sync/operations", body);
        assertEquals(200, answer.statusCode(), answer.body());
        var result = OperationJson.readResult(
                Json.MAPPER.readTree(answer.body()).get("results").get(0));
        var problem = result.problem();
        if (problem == null) return "";
        return problem.field() == null ? problem.code() : problem.code() + "." + problem.field();
    }
}
