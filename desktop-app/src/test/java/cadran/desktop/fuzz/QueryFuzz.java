package cadran.desktop.fuzz;

import cadran.model.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Cursors, places and whatever else stands in the queries of sync and of lists. */
final class QueryFuzz {
    private static final List<String> PATHS = List.of(
            "api/v1/sync/changes",
            "api/v1/sync/snapshot",
            "api/v1/sync/bucket",
            "api/v1/sync/probe",
            "api/v1/numbers",
            "api/v1/customers",
            "api/v1/carriers",
            "api/v1/saved-views",
            "api/v1/change-set-lines",
            "api/v1/own-values",
            "api/v1/history",
            "api/v1/sync/history",
            "api/v1/audit");
    private static final List<String> NAMES = List.of(
            "cursor",
            "feed",
            "hash",
            "device",
            "after",
            "schema",
            "place",
            "at",
            "entity",
            "bucket",
            "limit",
            "q",
            "sort",
            "fields",
            "status",
            "customerId",
            "active",
            "before",
            "row",
            "from",
            "to",
            "user",
            "field",
            "by",
            "seenBy",
            "tags",
            "numberValue",
            "reservedUntil");
    private static final int RENEWED_AFTER = 5_000;

    private final Random random;
    private final Mutation mutation;

    private QueryFuzz(long seed) {
        random = new Random(seed);
        mutation = new Mutation(random);
    }

    static int run(Target target, long seed, int inputs) throws InterruptedException {
        return Senders.run(seed, inputs, (own, some) -> new QueryFuzz(own).send(target, some));
    }

    private int send(Target target, int inputs) {
        int accepted = 0;
        for (int i = 0; i < inputs; i++) {
            if (i % RENEWED_AFTER == RENEWED_AFTER - 1) {
                target.signIn();
            }
            var query = query();
            var answer = target.send(target.request(query, target.bearer()).build());
            accepted += Senders.accepted(answer.statusCode(), answer.body(), query) ? 1 : 0;
        }
        return accepted;
    }

    private String query() {
        var query = new StringBuilder(Senders.one(PATHS, random));
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            var value = value().getBytes(StandardCharsets.UTF_8);
            query.append(i == 0 ? '?' : '&')
                    .append(Senders.one(NAMES, random))
                    .append('=')
                    .append(escaped(random.nextInt(3) == 0 ? mutation.of(value) : value));
        }
        return query.toString();
    }

    private String value() {
        var type = Senders.one(Schema.TYPES, random);
        var id = new UUID(random.nextLong(), random.nextLong());
        return switch (random.nextInt(12)) {
            case 0 -> String.valueOf(random.nextInt(400) - 20);
            case 1 -> String.valueOf(random.nextLong());
            case 2 -> id.toString();
            case 3 -> "all/" + type.name();
            case 4 -> "own/" + type.name() + "/" + id;
            case 5 -> type.name();
            case 6 -> "0".repeat(64) + ".abcdef012345";
            case 7 -> "code,-name,status";
            case 8 -> "AVAILABLE,IN_USE,null";
            case 9 ->
                java.util.Base64.getUrlEncoder()
                        .encodeToString(("[\"" + id + "\",null,1]").getBytes(StandardCharsets.UTF_8));
            case 10 -> "true";
            default -> mutation.piece();
        };
    }

    /** Every byte can be written so, also ones that are no text. */
    private static String escaped(byte[] value) {
        var escaped = new StringBuilder();
        for (int i = 0; i < Math.min(value.length, 1_000); i++) {
            escaped.append("%%%02X".formatted(value[i]));
        }
        return escaped.toString();
    }
}
