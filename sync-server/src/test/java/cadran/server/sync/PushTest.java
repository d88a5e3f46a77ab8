package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static cadran.server.sync.SyncWorld.delete;
import static cadran.server.sync.SyncWorld.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.Customer;
import cadran.model.organisations.Role;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Verdict;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

class PushTest {
    private static String code(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body()).get("code").asString();
    }

    private static String code(OperationResult result) {
        return Objects.requireNonNull(result.problem()).code();
    }

    @DatabaseTest
    void whatIsSentAgainIsAnsweredAlikeAndDoneOnce(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            var operations = List.of(
                    client.operation(0, 0, customer(IDS.next(), "A")),
                    client.operation(0, 0, customer(IDS.next(), "A")));
            var first = client.push(operations);
            var again = client.push(operations);
            assertEquals(first, again);
            assertEquals(1, server.world.count(Customer.TYPE));
            assertEquals(1, first.get("head").asLong());
            // The answer was lost, and more was done since: old and new go in one push.
            var more = new ArrayList<>(operations);
            more.add(client.operation(0, 0, customer(IDS.next(), "B")));
            var third = client.results(more);
            assertEquals(
                    List.of(Verdict.APPLIED, Verdict.REFUSED, Verdict.APPLIED),
                    third.stream().map(OperationResult::verdict).toList());
            assertEquals(2, server.world.count(Customer.TYPE));
        }
    }

    @DatabaseTest
    void aGapIsRefusedAndSaysWhatIsExpected(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            client.run(0, customer(IDS.next(), "A"));
            client.operation(0, 0, customer(IDS.next(), "B"));
            var response = client.send(client.body(List.of(client.operation(0, 0, customer(IDS.next(), "C")))));
            assertEquals(409, response.statusCode());
            assertEquals("sync.gap", code(response));
            assertEquals(
                    "2",
                    Json.MAPPER.readTree(response.body()).at("/args/expected").asString());
            assertEquals(1, server.world.count(Customer.TYPE));
        }
    }

    @DatabaseTest
    void aNumberThatWasUsedForSomethingElseIsAnotherHistory(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            client.run(0, customer(IDS.next(), "A"));
            client.number = 0;
            var response = client.send(client.body(List.of(client.operation(0, 0, customer(IDS.next(), "B")))));
            assertEquals(409, response.statusCode());
            assertEquals("sync.forked", code(response));
        }
    }

    @DatabaseTest
    void afterAForkTheSameOperationsUnderOtherNumbersAreNotDoneTwice(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            var id = IDS.next();
            var first = client.operation(0, 0, customer(id, "A"));
            var answered = client.results(List.of(first)).getFirst();
            client.device = IDS.next();
            client.number = 0;
            var lost = client.operation(0, 0, customer(IDS.next(), "B"));
            var renumbered = first.numbered(++client.number, 0);
            var follows = client.operation(0, 2, patch("customer", id, "name", "Client A", "Après"));
            var results = client.results(List.of(lost, renumbered, follows));
            assertEquals(answered.numbered(2), results.get(1));
            assertEquals(Verdict.APPLIED, results.get(2).verdict());
            assertEquals(2, server.world.count(Customer.TYPE));
            client.pull();
            assertEquals(
                    List.of(1L, 2L, 3L),
                    client.results.stream().map(OperationResult::number).toList());
        }
    }

    @DatabaseTest
    void aDeviceBelongsToOneUser(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var owner = server.client();
            owner.run(0, customer(IDS.next(), "A"));
            var other = server.client();
            other.device = owner.device;
            other.number = 1;
            var pushed = other.send(other.body(List.of(other.operation(0, 0, customer(IDS.next(), "B")))));
            assertEquals(403, pushed.statusCode());
            assertEquals("sync.device_not_yours", code(pushed));
            assertEquals("sync.device_not_yours", code(other.ask()));
        }
    }

    @DatabaseTest
    void anothersOperationIdTellsNothing(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var owner = server.client();
            var operation = owner.operation(0, 0, customer(IDS.next(), "A"));
            owner.push(List.of(operation));
            var other = server.client();
            other.number = 1;
            var result = other.results(List.of(operation)).getFirst();
            assertEquals("operation.id_taken", code(result));
            assertEquals(0, result.version());
        }
    }

    @DatabaseTest
    void anOwnEarlierEditIsSeenButNotWhatOthersDidBetween(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var mine = server.client();
            var other = server.client();
            var id = server.world.customer;
            var kept = List.of(
                    mine.operation(1, 0, patch("customer", id, "name", "Client 1", "a")),
                    mine.operation(1, 1, patch("customer", id, "address", null, "b")),
                    mine.operation(1, 2, delete("customer", id)));
            other.run(1, patch("customer", id, "contactName", null, "x"));
            var verdicts =
                    mine.results(kept).stream().map(OperationResult::verdict).toList();
            assertEquals(List.of(Verdict.APPLIED, Verdict.APPLIED, Verdict.CONFLICT), verdicts);
            // In a push of its own the answer is the same: the log knows what its author had seen.
            var later = mine.results(List.of(mine.operation(1, 2, delete("customer", id))))
                    .getFirst();
            assertEquals("row.changed_before_delete", code(later));
            var row = Objects.requireNonNull(server.world.find("customer", id));
            var seen = mine.results(List.of(
                    mine.operation(row.version(), 0, patch("customer", id, "name", "a", "c")),
                    mine.operation(row.version(), 5, delete("customer", id))));
            assertEquals(Verdict.APPLIED, seen.getLast().verdict());
            assertNull(server.world.find("customer", id));
        }
    }

    @DatabaseTest
    void aThousandOperationsAreTakenAndOneMoreIsNot(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            var operations = IntStream.rangeClosed(0, 1_000)
                    .mapToObj(i -> client.operation(0, 0, customer(IDS.next(), "C" + i)))
                    .toList();
            var refused = client.send(client.body(operations));
            assertEquals(413, refused.statusCode());
            assertEquals("sync.too_many_operations", code(refused));
            assertEquals(0, server.world.count(Customer.TYPE));
            assertEquals(
                    1_000,
                    client.push(operations.subList(0, 1_000)).get("results").size());
            assertEquals(1_000, server.world.count(Customer.TYPE));
        }
    }

    @DatabaseTest
    void whatThisServerCanNotReadIsRefusedAloneAndRemembered(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            var id = IDS.next();
            var body = client.body(List.of(
                    client.operation(0, 0, customer(IDS.next(), "A")),
                    client.operation(0, 0, customer(IDS.next(), "B")),
                    client.operation(0, 0, customer(IDS.next(), "C")),
                    client.operation(0, 0, customer(IDS.next(), "D\u0000")),
                    client.operation(0, 0, customer(id, "E"))));
            intent(body, 0).put("entity", "teapot");
            intent(body, 1).put("do", "brew");
            ((ObjectNode) intent(body, 2).get("values")).put("flavour", "mint");
            var first = client.send(body);
            assertEquals(200, first.statusCode(), first.body());
            var results = new ArrayList<OperationResult>();
            Json.MAPPER
                    .readTree(first.body())
                    .get("results")
                    .forEach(node -> results.add(OperationJson.readResult(node)));
            assertEquals(
                    List.of("entity.unknown", "intent.unknown", "field.unknown", "field.bad_text"),
                    results.stream().limit(4).map(PushTest::code).toList());
            assertEquals(Verdict.APPLIED, results.getLast().verdict());
            assertEquals(first.body(), client.send(body).body());
        }
    }

    private static ObjectNode intent(ObjectNode body, int operation) {
        return (ObjectNode) body.get("operations").get(operation).get("intent");
    }

    @DatabaseTest
    void theSameOperationTwiceInOnePushIsOne(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            var first = client.operation(0, 0, customer(IDS.next(), "A"));
            var third = client.operation(0, 0, customer(IDS.next(), "B"));
            var operations = List.of(first, first.numbered(2, 0), third.numbered(3, 0));
            var results = client.results(operations);
            assertEquals(results.getFirst().numbered(2), results.get(1));
            assertEquals(results, client.results(operations));
            assertEquals(2, server.world.count(Customer.TYPE));
        }
    }

    @DatabaseTest
    void malformedRequestsGetAnAnswer(Database db) {
        try (var server = new SyncServer(new SyncWorld(db))) {
            var client = server.client();
            var good = client.body(List.of(client.operation(0, 0, customer(IDS.next(), "A"))));
            for (String field : List.of("device", "operations")) {
                assertEquals(
                        400, client.send(good.deepCopy().put(field, "\ud800")).statusCode(), field);
                var without = good.deepCopy();
                without.remove(field);
                assertEquals(400, client.send(without).statusCode(), field);
            }
            for (String field : List.of("id", "number")) {
                var body = good.deepCopy();
                ((ObjectNode) body.get("operations").get(0)).put(field, "x");
                assertEquals(400, client.send(body).statusCode(), field);
            }
            assertEquals(0, server.world.count(Customer.TYPE));
        }
    }

    @DatabaseTest
    void organisationAndUserComeFromTheTokenAlone(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var elsewhere = new SyncWorld(db).furnished();
            var intruder = server.client(elsewhere.organisation, Role.TELECOM);
            var body = intruder.body(List.of(
                    intruder.operation(1, 0, patch("customer", server.world.customer, "name", "Client 1", "Volé")),
                    intruder.operation(1, 0, delete("customer", server.world.customer))));
            body.put("organisation", server.world.organisation.toString());
            body.put("org_id", server.world.organisation.toString());
            var response = intruder.send(body);
            assertEquals(200, response.statusCode());
            assertTrue(response.body().contains("row.deleted"), response.body());
            var row = Objects.requireNonNull(server.world.find("customer", server.world.customer));
            assertEquals("Client 1", row.text("name"));
            intruder.pull();
            assertTrue(intruder.rows.values().stream()
                    .allMatch(seen -> seen.audience().equals(elsewhere.organisation.value())));
        }
    }

    private static String other(String hash) {
        return (hash.startsWith("0") ? "1" : "0") + hash.substring(1);
    }

    @DatabaseTest
    void aPushWithAnotherPastIsRefused(Database db) {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var client = server.client();
            client.pull();
            var head = Objects.requireNonNull(client.head);
            List<Operation> operations = List.of(client.operation(0, 0, customer(IDS.next(), "A")));
            var good = client.body(operations)
                    .put("feed", head.feed().toString())
                    .put("cursor", head.to())
                    .put("hash", head.hash());
            for (var wrong : List.of(
                    good.deepCopy().put("feed", IDS.next().toString()),
                    good.deepCopy().put("cursor", head.to() + 1),
                    good.deepCopy().put("hash", other(head.hash())))) {
                var response = client.send(wrong);
                assertEquals("sync.forked", code(response));
                assertEquals(409, response.statusCode());
            }
            assertEquals(200, client.send(good).statusCode());
        }
    }
}
