package cadran.desktop.fuzz;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.wire.Json;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of bulk requests: items about few rows, so that they meet, altered as JSON or as bytes. */
final class BulkFuzz {
    private static final int ROWS = 40;
    private static final int RENEWED_AFTER = 5_000;
    private static final List<String> VERBS = List.of("create", "create", "change", "move", "end", "delete", "?");
    private static final List<EntityType<?>> WRITTEN =
            Schema.TYPES.stream().filter(type -> !type.isReport()).toList();

    private final Target target;
    private final Random random;
    private final Mutation mutation;

    private BulkFuzz(Target target, long seed) {
        this.target = target;
        random = new Random(seed);
        mutation = new Mutation(random);
    }

    static int run(Target target, long seed, int inputs) throws InterruptedException {
        return Senders.run(seed, inputs, (own, some) -> new BulkFuzz(target, own).send(some));
    }

    private int send(int inputs) {
        int accepted = 0;
        for (int i = 0; i < inputs; i++) {
            if (i % RENEWED_AFTER == RENEWED_AFTER - 1) {
                target.signIn();
            }
            accepted += send(Senders.one(WRITTEN, random)) ? 1 : 0;
        }
        return accepted;
    }

    private boolean send(EntityType<?> type) {
        byte[] body = body(type);
        var request = target.request("api/v1/" + type.collection() + "/bulk", target.bearer())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (random.nextInt(3) == 0) {
            request.header("Idempotency-Key", "k" + random.nextInt(100));
        }
        var answer = target.send(request.build());
        var text = new String(body, 0, Math.min(body.length, 4_000), StandardCharsets.UTF_8);
        return Senders.accepted(answer.statusCode(), answer.body(), text);
    }

    private byte[] body(EntityType<?> type) {
        var node = JsonNodeFactory.instance.objectNode();
        var items = node.putArray("items");
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            var item = item(type);
            if (random.nextInt(3) > 0) {
                mutation.alter(item);
            }
            items.add(item);
        }
        if (random.nextInt(6) == 0) {
            mutation.alter(node);
        }
        var bytes = Json.MAPPER.writeValueAsBytes(node);
        return random.nextInt(5) == 0 ? mutation.of(bytes) : bytes;
    }

    private ObjectNode item(EntityType<?> type) {
        var verb = Senders.one(VERBS, random);
        var item = JsonNodeFactory.instance.objectNode().put("do", verb).put("ref", mutation.piece());
        var values = item.putObject("values");
        boolean creates = verb.equals("create");
        for (var field : type.fields()) {
            if ((creates && field.required()) || random.nextInt(4) == 0) {
                put(values, field);
            }
        }
        if (creates) {
            values.put("id", id());
            return item;
        }
        item.put("id", id());
        if (verb.equals("move")) {
            values.put("to", Senders.one(List.of("ASSIGNED", "IN_USE", "TERMINATED", "AVAILABLE"), random));
        }
        if (random.nextBoolean()) {
            item.put("version", random.nextInt(4));
        } else {
            item.putObject("seen");
        }
        return item;
    }

    private String id() {
        return new UUID(7, 1 + random.nextInt(ROWS)).toString();
    }

    private void put(ObjectNode values, Field field) {
        switch (field.kind()) {
            case TEXT, WORDS -> values.put(field.name(), text(field));
            case CODE, CODES -> values.put(field.name(), field.codes().getFirst());
            case REFERENCE ->
                values.put(
                        field.name(),
                        "member".equals(field.references()) ? target.user().toString() : id());
            case FLAG -> values.put(field.name(), random.nextBoolean());
            case DATE -> values.put(field.name(), "20%02d-01-15".formatted(random.nextInt(100)));
            case DECIMAL -> values.put(field.name(), String.valueOf(random.nextInt(100)));
        }
    }

    private String text(Field field) {
        if (field.name().equals("seenBy") && random.nextBoolean()) {
            return target.user().toString();
        }
        var some = List.of("01 44 00 00 0" + random.nextInt(10), "+33144000001", "FR", "C" + random.nextInt(30), "a b");
        var text = random.nextInt(5) == 0 ? mutation.piece() : Senders.one(some, random);
        return text.length() > field.max() ? text.substring(0, Math.max(1, field.max())) : text;
    }
}
