package cadran.desktop.fuzz;

import cadran.model.Schema;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeState;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private static final LocalDate PAST = LocalDate.of(2020, 1, 1);

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

    /** Over one sound row of every table: what is refused for a reference that leads nowhere tries little. */
    static int run(Target target, long seed, int inputs) throws InterruptedException {
        var first = new PushFuzz(target, -seed);
        first.lay();
        return Senders.run(seed, inputs, (own, some) -> new PushFuzz(target, own).send(some));
    }

    private void lay() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("device", device.toString()).put("schema", Schema.NUMBER);
        var operations = node.putArray("operations");
        for (var type : Schema.TYPES) {
            if (!type.isReport()) {
                var values = new LinkedHashMap<String, @Nullable Object>();
                type.fields().stream().filter(Field::required).forEach(field -> values.put(field.name(), sound(field)));
                if (type == Assignment.TYPE) {
                    values.put("endsOn", PAST);
                }
                begun(values);
                operations.add(OperationJson.write(
                        operation(operations.size() + 1L, new Intent.Create(type.name(), new UUID(7, 1), values))));
            }
        }
        var request = target.request("api/v1/sync/operations", target.bearer())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(node)))
                .build();
        var told = Json.MAPPER.readTree(target.send(request).body());
        for (var result : told.path("results")) {
            if (!result.path("verdict").asString("").equals("APPLIED")) {
                throw new IllegalStateException("a sound row is not taken: " + result);
            }
        }
        if (told.path("results").size() != operations.size()) {
            throw new IllegalStateException("sound rows are not taken: " + told);
        }
    }

    private Object sound(Field field) {
        return switch (field.kind()) {
            case TEXT ->
                switch (field.name()) {
                    case "e164", "firstNumber", "lastNumber" -> "+33144000001";
                    case "seenBy" -> target.user().toString();
                    default -> "G";
                };
            case CODE, CODES -> field.codes().getFirst();
            case REFERENCE -> new UUID(7, 1);
            case FLAG -> true;
            case DATE -> PAST;
            case DECIMAL -> BigDecimal.ONE;
            case WORDS -> "g";
        };
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
        return operation(at, intent(Senders.one(Schema.TYPES, random), id()));
    }

    private Operation operation(long at, Intent intent) {
        return new Operation(
                new UUID(random.nextLong(), random.nextLong()),
                at,
                null,
                Instant.EPOCH.plusSeconds(random.nextInt()),
                random.nextInt(4),
                random.nextInt(3) == 0 ? random.nextLong(at + 3) : 0,
                intent);
    }

    /** A few of them are most often meant, so that what refers to them finds them. */
    private UUID id() {
        return new UUID(7, 1 + random.nextInt(random.nextInt(4) > 0 ? 3 : ROWS));
    }

    private Intent intent(EntityType<?> type, UUID id) {
        return switch (random.nextInt(5)) {
            case 0 -> new Intent.Delete(type.name(), id);
            case 1 -> new Intent.Patch(type.name(), id, changes(type));
            case 2 -> move(id);
            default -> {
                var values = new LinkedHashMap<String, @Nullable Object>();
                for (var field : type.fields()) {
                    if (field.required() || random.nextInt(4) == 0) {
                        values.put(field.name(), value(field));
                    }
                }
                begun(values);
                yield new Intent.Create(type.name(), id, values);
            }
        };
    }

    /** Where whoever makes it must begin, and with one of the values of which there is one. */
    private void begun(Map<String, @Nullable Object> values) {
        if (values.containsKey("status")) {
            values.put("status", "AVAILABLE");
        }
        if (values.containsKey("state")) {
            values.put("state", "PREPARED");
            // The server's clock is this computer's, and what is prepared is for a day to come.
            values.put("takesEffectOn", LocalDate.now(ZoneOffset.UTC).plusMonths(2));
        }
        if (values.containsKey("fieldId")) {
            List.of("textValue", "numberValue", "dateValue").forEach(values::remove);
            values.put("textValue", "a b");
        }
        if ("CHOICE".equals(values.get("kind"))) {
            values.put("choices", "a b,c");
        } else if (values.containsKey("kind")) {
            values.remove("choices");
        }
    }

    private Intent move(UUID id) {
        boolean isNumber = random.nextBoolean();
        var to = isNumber
                ? Senders.one(List.of(DidStatus.values()), random).name()
                : Senders.one(List.of(ChangeState.values()), random).name();
        return isNumber
                ? new Intent.Move("did", id, "status", to, changes(Did.TYPE))
                : new Intent.Move("change_set", id, "state", to, changes(ChangeSet.TYPE));
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
            case REFERENCE -> "member".equals(field.references()) && random.nextBoolean() ? target.user() : id();
            case FLAG -> random.nextBoolean();
            case DATE -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case DECIMAL ->
                new BigDecimal(random.nextInt(100_000))
                        .movePointLeft(random.nextInt(4) > 0 ? Math.min(2, field.max()) : 2);
        };
    }

    private String text(Field field) {
        if ((field.name().equals("e164") || field.name().endsWith("Number")) && random.nextInt(4) > 0) {
            return "+3314400000" + random.nextInt(10);
        }
        if (field.name().equals("currency")) {
            return Senders.one(List.of("EUR", "CHF", "X"), random);
        }
        if (field.name().equals("seenBy") && random.nextBoolean()) {
            return target.user().toString();
        }
        List<String> some = List.of(
                "+3312345678" + random.nextInt(10),
                "FR",
                "C" + random.nextInt(30),
                "é".repeat(field.max()),
                "a b",
                "",
                "Été\u00a0");
        var text = Senders.one(some, random);
        return text.length() > field.max() ? text.substring(0, field.max()) : text;
    }
}
