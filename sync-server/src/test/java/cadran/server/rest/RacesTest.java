package cadran.server.rest;

import static cadran.server.rest.SampleRows.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.Customer;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.sync.EntityType;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Several at the same moment: each is answered, one has what only one can have, and what is left goes together. */
class RacesTest {
    private static final int AT_ONCE = 6;

    /** All begin together. */
    private static List<Api.Answer> together(int count, IntFunction<Callable<Api.Answer>> work) throws Exception {
        var start = new CyclicBarrier(count);
        var all = new ArrayList<Callable<Api.Answer>>();
        for (int i = 0; i < count; i++) {
            var one = work.apply(i);
            all.add(() -> {
                start.await();
                return one.call();
            });
        }
        var answers = new ArrayList<Api.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(all)) answers.add(done.get());
        }
        return answers;
    }

    private static List<Integer> statuses(List<Api.Answer> answers) {
        return answers.stream().map(Api.Answer::status).sorted().toList();
    }

    private static List<Integer> oneOf(int count, int first, int others) {
        var statuses = new ArrayList<>(List.of(first));
        statuses.addAll(Collections.nCopies(count - 1, others));
        return statuses.stream().sorted().toList();
    }

    /** In a place, who wants what is there has it. */
    private static ObjectNode wanted(EntityType<?> type, ObjectNode body, int who) {
        return type.isPlace() ? body.deepCopy().put("textValue", "wanted by " + who) : body;
    }

    @DatabaseTest
    void ofManyWhoTakeTheSameKeyOneHasIt(Database db) throws Exception {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                if (type.uniqueKeys().isEmpty()) continue;
                var body = samples.body(type);
                int before = api.allIds(path(type)).size();
                var answers = together(AT_ONCE, i -> () -> api.post(path(type), wanted(type, body, i)));
                assertEquals(
                        oneOf(AT_ONCE, 201, 409),
                        statuses(answers),
                        () -> type + " "
                                + answers.stream().map(Api.Answer::json).toList());
                assertEquals(before + 1, api.allIds(path(type)).size());
            }
        }
    }

    @DatabaseTest
    void theSameBulkRequestIsDoneOnceHoweverOftenItIsSentAtOnce(Database db) throws Exception {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var bulk = path(Customer.TYPE) + "/bulk";
            for (int round = 0; round < 8; round++) {
                var list = JsonNodeFactory.instance.arrayNode();
                for (int i = 0; i < 20; i++) list.add(creation(customer("R" + round + "-" + i)));
                // Some know another's key, and wait at another place than where the key is written.
                list.add(creation(customer("R" + round + "-0")));
                var key = "k" + round;
                var answers = together(
                        AT_ONCE,
                        i -> () -> api.post(bulk, whole(list), BulkAnswers.HEADER, key)
                                .expect(200));
                var first = answers.getFirst().json();
                answers.forEach(answer -> assertEquals(first, answer.json()));
                assertEquals(20, first.get("done").intValue());
                assertEquals(20 * (round + 1), api.allIds(path(Customer.TYPE)).size());
            }
        }
    }

    @DatabaseTest
    void aKeyThatIsUsedAtOnceForTwoThingsIsForOneOfThem(Database db) throws Exception {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var bulk = path(Customer.TYPE) + "/bulk";
            var answers = together(
                    AT_ONCE,
                    i -> () -> api.send(
                            "POST",
                            bulk,
                            whole(JsonNodeFactory.instance.arrayNode().add(creation(customer("T" + i))))
                                    .toString(),
                            BulkAnswers.HEADER,
                            "one"));
            assertEquals(oneOf(AT_ONCE, 200, 422), statuses(answers));
            assertEquals(1, api.allIds(path(Customer.TYPE)).size());
        }
    }

    /** In which order the items stand must not decide who waits for whom. */
    @DatabaseTest
    void bulkRequestsOverTheSameRowsInAnyOrderDoNotStandInEachOthersWay(Database db) throws Exception {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var bulk = path(Customer.TYPE) + "/bulk";
            var making = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 40; i++) making.add(creation(customer("B" + i)));
            var made = api.post(bulk, whole(making)).expect(200).json().get("results");
            var forth = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 40; i++) {
                var change = JsonNodeFactory.instance
                        .objectNode()
                        .put("do", "change")
                        .put("version", 1);
                change.set("id", made.get(i).get("id"));
                change.putObject("values").put("address", "Lyon");
                forth.add(change);
            }
            var back = JsonNodeFactory.instance.arrayNode();
            for (int i = 39; i >= 0; i--) back.add(forth.get(i));
            var answers = together(
                    AT_ONCE,
                    i -> () -> api.post(bulk, whole(i % 2 == 0 ? forth : back)).expect(200));
            assertEquals(
                    40,
                    answers.stream()
                            .mapToInt(answer -> answer.json().get("done").intValue())
                            .sum());
        }
    }

    @DatabaseTest
    void ofManyWhoTakeTheSameNumberOneHasIt(Database db) throws Exception {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var customers = new ArrayList<String>();
            for (int i = 0; i < AT_ONCE; i++)
                customers.add(samples.create(Customer.TYPE).id());
            var number = free(api, samples);
            var answers = together(
                    AT_ONCE,
                    i -> () -> api.send(
                            "POST",
                            path(Did.TYPE) + "/" + number.id() + "/status",
                            "{\"to\": \"ASSIGNED\", \"customerId\": \"" + customers.get(i) + "\"}",
                            "If-Match",
                            number.tag()));
            assertEquals(oneOf(AT_ONCE, 200, 412), statuses(answers));
        }
    }

    @DatabaseTest
    void aNumberThatIsGivenBackAndAssignedAtOnceIsOneOrTheOther(Database db) throws Exception {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (int round = 0; round < 6; round++) {
                var number = free(api, samples);
                var status = path(Did.TYPE) + "/" + number.id() + "/status";
                var to = "{\"to\": \"ASSIGNED\", \"customerId\": \"" + samples.shared("customer") + "\"}";
                api.send("POST", status, to, "If-Match", "*").expect(200);
                var work = samples.body(Assignment.TYPE)
                        .put("didId", number.id())
                        .put("campaignId", samples.shared("campaign"))
                        .putNull("endsOn");
                var answers = together(
                        2,
                        i -> i == 0
                                ? () -> api.post(path(Assignment.TYPE), work)
                                : () -> api.send(
                                        "POST",
                                        status,
                                        "{\"to\": \"AVAILABLE\", \"customerId\": null}",
                                        "If-Match",
                                        "*"));
                answers.forEach(answer ->
                        assertTrue(answer.status() < 500, () -> answer.json().toString()));
                var end = api.get(path(Did.TYPE) + "/" + number.id()).expect(200);
                var works = !api.get(path(Assignment.TYPE) + "?didId=" + number.id())
                        .expect(200)
                        .ids()
                        .isEmpty();
                assertEquals(works ? "IN_USE" : "AVAILABLE", end.text("status"));
            }
        }
    }

    private static Api.Answer free(Api api, SampleRows samples) {
        return api.post(
                        path(Did.TYPE),
                        samples.body(Did.TYPE).putNull("customerId").putNull("groupId"))
                .expect(201);
    }

    private static ObjectNode customer(String code) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", UUID.randomUUID().toString())
                .put("code", code)
                .put("name", "Durand");
    }

    private static ObjectNode creation(ObjectNode values) {
        return JsonNodeFactory.instance.objectNode().put("do", "create").set("values", values);
    }

    private static ObjectNode whole(JsonNode list) {
        return JsonNodeFactory.instance.objectNode().set("items", list);
    }
}
