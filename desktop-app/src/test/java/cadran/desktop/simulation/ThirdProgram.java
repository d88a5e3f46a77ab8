package cadran.desktop.simulation;

import cadran.model.Schema;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.Did;
import cadran.model.sync.EntityType;
import cadran.model.sync.MergeClass;
import cadran.model.wire.Json;
import cadran.server.http.Exchange;
import cadran.server.http.Handler;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who writes over the API: rows change without any outbox remembering it, so what the server says is all there is. */
final class ThirdProgram {
    private record Known(UUID id, long version) {}

    private final World world;
    private final Person person;
    private final RandomGenerator random;
    private final UuidV7 ids;

    ThirdProgram(World world, Person person) {
        this.world = world;
        this.person = person;
        random = world.random();
        ids = new UuidV7(world.scheduler(), random);
    }

    void run() {
        while (!world.isCalm()) {
            world.scheduler().sleep(Duration.ofMillis(1 + random.nextInt(60_000)));
            var node = world.central().anyNode(random);
            if (node != null && !world.isCalm()) {
                write(node, random.nextBoolean() ? Did.TYPE : Schema.type("customer"));
            }
        }
    }

    private void write(Node node, EntityType<?> type) {
        var known = known(type);
        switch (random.nextInt(5)) {
            case 0 -> create(node);
            case 1 -> ask(node, node.delete(type), type, known, body());
            case 2 -> ask(node, node.move(), Did.TYPE, known(Did.TYPE), body().put("to", Values.status(random)));
            default -> ask(node, node.change(type), type, known, change(type));
        }
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode change(EntityType<?> type) {
        var texts = type.fields().stream()
                .filter(field -> field.kind() == cadran.model.sync.FieldKind.TEXT && field.max() >= 100)
                .filter(field -> field.merge() != MergeClass.IDENTITY)
                .toList();
        return body().put(
                        texts.get(random.nextInt(texts.size())).name(),
                        world.actions().values().text(person.organisation));
    }

    private void create(Node node) {
        var body = body().put("id", ids.next().toString())
                .put("code", world.actions().values().text(person.organisation))
                .put("name", world.actions().values().text(person.organisation));
        ask(node, node.create(Schema.type("customer")), Schema.type("customer"), new Known(new UUID(0, 0), 0), body);
    }

    private void ask(Node node, Handler handler, EntityType<?> type, @Nullable Known known, ObjectNode body) {
        if (known == null) {
            return;
        }
        var question = new Exchange.Question(
                Map.of(),
                Map.of("If-Match", "\"" + known.version() + "\""),
                Map.of("id", known.id().toString()),
                Json.MAPPER.writeValueAsBytes(body));
        int restored = world.ledger().restored();
        var answer = node.ask(person, handler, question, Duration.ofMillis(1)).await(Duration.ofSeconds(60));
        if (answer == null || answer.status() >= 300) {
            return;
        }
        if (restored != world.ledger().restored()) {
            // What is told now was done in a history that is gone.
            return;
        }
        world.scheduler().note("was told that it is done");
        JsonNode row = answer.body().length == 0 ? body : Json.MAPPER.readTree(answer.body());
        var id = row.has("id") ? UUID.fromString(row.get("id").stringValue()) : known.id();
        long version = row.has("version") ? row.get("version").longValue() : known.version() + 1;
        if (version != known.version()) {
            world.ledger().wrote(new Ledger.Written(person, type.name(), id, version));
        }
    }

    private @Nullable Known known(EntityType<?> type) {
        var found = new ArrayList<Known>();
        try (var connection = world.central().look();
                var select = connection.prepareStatement(
                        "SELECT id, version FROM " + type.name() + " WHERE org_id = ? ORDER BY id")) {
            select.setObject(1, new OrganisationId(person.organisation.id()).value());
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    found.add(new Known(result.getObject(1, UUID.class), result.getLong(2)));
                }
            }
        } catch (SQLException down) {
            return null;
        }
        return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }
}
