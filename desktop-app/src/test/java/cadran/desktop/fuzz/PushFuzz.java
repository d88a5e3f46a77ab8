package cadran.desktop.fuzz;

import cadran.model.Schema;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Bodies of pushes: sound operations about few rows, so that they meet, altered as JSON or as bytes. */
final class PushFuzz {
    private static final int ROWS = 40;
    private static final int RENEWED_AFTER = 5_000;

    private final Target target;
    private final Random random;
    private final Mutation mutation;
    private UUID device;
    private long number;

    private PushFuzz(Target target, long seed) {
        this.target = target;
        random = new Random(seed);
        mutation = new Mutation(random);
        device = new UUID(random.nextLong(), random.nextLong());
    }

    static int run(Target target, long seed, int inputs) throws InterruptedException {
        return Senders.run(seed, inputs, (own, some) -> new PushFuzz(target, own).send(some));
    }

    private int send(int inputs) {
        int accepted = 0;
        for (int i = 0; i < inputs; i++) {
            if (i % RENEWED_AFTER == RENEWED_AFTER - 1) {
                target.signIn();
            }
            accepted += push(body()) ? 1 : 0;
        }
        return accepted;
    }

    private boolean push(byte[] body) {
        var request = target.request("api/v1/sync/operations", target.bearer())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var answer = target.send(request);
        var text = new String(body, 0, Math.min(body.length, 4_000), StandardCharsets.UTF_8);
        boolean accepted = Senders.accepted(answer.statusCode(), answer.body(), text);
        var problem = new String(answer.body(), StandardCharsets.UTF_8);
        if (accepted) {
            number = Json.MAPPER.readTree(answer.body()).get("lastNumber").asLong();
        } else if (problem.contains("sync.gap") || problem.contains("sync.forked") || number > Long.MAX_VALUE / 2) {
            // It sent a number by chance that was taken; a device without a past goes on.
            device = new UUID(random.nextLong(), random.nextLong());
            number = 0;
        }
        return accepted;
    }

    private byte[] body() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("device", device.toString()).put("schema", Schema.NUMBER);
        var operations = node.putArray("operations");
        int count = 1 + random.nextInt(4);
        for (int i = 1; i <= count; i++) {
            var operation = OperationJson.write(operation(number + i));
            if (random.nextInt(3) > 0) {
                mutation.alter(operation.get("intent"));
            }
            operations.add(operation);
        }
        if (random.nextInt(4) == 0) {
            mutation.alter(node);
        }
        var bytes = Json.MAPPER.writeValueAsBytes(node);
        return random.nextInt(4) == 0 ? mutation.of(bytes) : bytes;
    }

    private Operation operation(long at) {
        var type = Senders.one(Schema.TYPES, random);
        var id = new UUID(7, 1 + random.nextInt(ROWS));
        return new Operation(
                new UUID(random.nextLong(), random.nextLong()),
                at,
                null,
                Instant.EPOCH.plusSeconds(random.nextInt()),
                random.nextInt(4),
                random.nextInt(3) == 0 ? random.nextLong(at + 3) : 0,
                intent(type, id));
    }

    private Intent intent(EntityType<?> type, UUID id) {
        return switch (random.nextInt(5)) {
            case 0 -> new Intent.Delete(type.name(), id);
            case 1 -> new Intent.Patch(type.name(), id, changes(type));
            case 2 -> new Intent.Move("did", id, "status", "IN_USE", Map.of());
            default -> {
                var values = new LinkedHashMap<String, @Nullable Object>();
                type.fields().forEach(field -> values.put(field.name(), value(field)));
                yield new Intent.Create(type.name(), id, values);
            }
        };
    }

    private Map<String, Change> changes(EntityType<?> type) {
        var changes = new LinkedHashMap<String, Change>();
        for (var field : type.fields()) {
            if (random.nextInt(4) == 0) {
                changes.put(field.name(), new Change(value(field), value(field)));
            }
        }
        return changes;
    }

    private @Nullable Object value(Field field) {
        if (random.nextInt(10) == 0) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> text(field);
            case CODE -> Senders.one(new ArrayList<>(field.codes()), random);
            case WORDS -> Senders.one(List.of("a,b", "b", ",,", " A ,a", "x".repeat(50), "w,".repeat(400)), random);
            case CODES ->
                Senders.one(
                        List.of(String.join(",", field.codes()), field.codes().getFirst(), ",,", "?"), random);
            case REFERENCE -> new UUID(7, 1 + random.nextInt(ROWS));
            case FLAG -> random.nextBoolean();
            case DATE -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case DECIMAL -> new java.math.BigDecimal(random.nextInt(100_000)).movePointLeft(2);
        };
    }

    private String text(Field field) {
        List<String> some = List.of(
                "+3312345678" + random.nextInt(10), "FR", "C" + random.nextInt(30), "é".repeat(field.max()), "a b", "");
        var text = Senders.one(some, random);
        return text.length() > field.max() ? text.substring(0, field.max()) : text;
    }
}
