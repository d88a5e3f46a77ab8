package cadran.server.rest;

import static cadran.server.rest.SampleRows.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Many writes in one request: what becomes of each, and that nothing else does. */
class BulkTest {
    private static final String CUSTOMERS = path(Customer.TYPE) + "/bulk";
    private static final ApiDocument DOCUMENT = ApiDocument.read();

    @DatabaseTest
    void everyTableIsCreatedChangedAndDeletedInOneRequestEach(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                var bulk = path(type) + "/bulk";
                var created =
                        api.post(bulk, fits(type, items(creation(samples.body(type)), creation(samples.body(type)))));
                assertEquals(
                        List.of(201, 201), statuses(created), created.json().toString());
                var first = result(created, 0);
                var second = result(created, 1);
                var text = SampleRows.descriptive(type).name();
                var values = JsonNodeFactory.instance.objectNode().put(text, " é ");
                var changed = api.post(
                        bulk,
                        fits(
                                type,
                                items(
                                        over("change", first).set("values", values),
                                        over("change", second).put("version", 7).set("values", values))));
                assertEquals(
                        List.of(200, 412), statuses(changed), changed.json().toString());
                assertEquals(2, result(changed, 0).get("version").intValue());
                assertEquals("row.changed_by_other", code(changed, 1));
                assertEquals("1", result(changed, 1).at("/problem/args/version").stringValue());
                var id = first.get("id").stringValue();
                assertEquals("é", api.get(path(type) + "/" + id).expect(200).text(text));

                var deleted =
                        api.post(bulk, fits(type, items(over("delete", result(changed, 0)), over("delete", second))));
                assertEquals(
                        List.of(204, 204), statuses(deleted), deleted.json().toString());
                api.get(path(type) + "/" + id).expect(404, "row.not_found");
            }
        }
    }

    @DatabaseTest
    void whatIsRefusedIsToldAtItsPlaceInTheWordsOfASingleWriteAndLeavesTheOthers(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var there = new SampleRows(api).create(Customer.TYPE);
            var list = JsonNodeFactory.instance.arrayNode();
            list.add(creation(customer("A")).put("ref", "a"));
            list.add(creation(customer("A")).put("ref", "a again"));
            list.add(3);
            list.add(creation(customer("B").put("siret", "x".repeat(50))));
            list.add(creation(customer("C").put("colour", "red")));
            list.add(creation(customer("D").put("name", 4)));
            list.add(creation(customer("E\u0000")));
            list.add(item("paint"));
            list.add(item("move").put("id", there.id()).put("version", 1).set("values", customer("F")));
            list.add(item("delete").put("id", UUID.randomUUID().toString()).put("version", 1));
            list.add(item("delete").put("id", "nobody").put("version", 1));
            list.add(item("delete").put("id", there.id()));
            list.add(item("delete").put("id", there.id()).put("version", "1"));
            list.add(creation(customer("G")).put("version", 1));
            list.add(creation(customer("H")).put("ref", "x".repeat(101)));
            list.add(item("create"));
            list.add(creation(customer("I")).put("ref", "last"));
            var answer = api.post(CUSTOMERS, whole(list)).expect(200);
            assertEquals(
                    List.of(201, 409, 400, 422, 422, 400, 422, 400, 400, 404, 400, 422, 400, 400, 422, 422, 201),
                    statuses(answer),
                    answer.json().toString());
            assertEquals(2, answer.json().get("done").intValue());
            assertEquals(15, answer.json().get("refused").intValue());
            assertEquals("a again", result(answer, 1).get("ref").stringValue());
            assertEquals("row.duplicate", code(answer, 1));
            assertEquals(result(answer, 0).get("id"), result(answer, 1).at("/problem/args/id"));
            assertEquals("field.unknown", code(answer, 4));
            assertEquals("name", result(answer, 5).at("/problem/field").stringValue());
            assertEquals(
                    "create,change,delete",
                    result(answer, 7).at("/problem/args/expected").stringValue());
            assertEquals("version", result(answer, 11).at("/problem/field").stringValue());
            assertEquals("ref", result(answer, 14).at("/problem/field").stringValue());
            assertEquals("last", result(answer, 16).get("ref").stringValue());
            assertEquals(3, api.allIds(path(Customer.TYPE)).size());
            api.get(path(Customer.TYPE) + "/" + there.id()).expect(200);
        }
    }

    @DatabaseTest
    void aRequestThatIsNoListOfItemsIsRefusedAsAWhole(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            api.send("POST", CUSTOMERS, "[]").expect(400, "json.wrong_type");
            api.send("POST", CUSTOMERS, "{\"items\": 1}").expect(400, "json.wrong_type");
            api.send("POST", CUSTOMERS, "{}").expect(422, "field.required");
            api.send("POST", CUSTOMERS, "{\"items\": [], \"fast\": true}").expect(400, "json.unknown_property");
            api.send("POST", CUSTOMERS, "{\"items\": [}").expect(400, "json.malformed");
            api.send("POST", CUSTOMERS, "{\"items\": []}", BulkAnswers.HEADER, "no spaces")
                    .expect(400, "http.bad_idempotency_key");
            var many = JsonNodeFactory.instance.arrayNode();
            IntStream.rangeClosed(0, 1_000).forEach(i -> many.add(creation(customer("C" + i))));
            api.post(CUSTOMERS, whole(many)).expect(413, "bulk.too_many_items");
            assertEquals(List.of(), api.allIds(path(Customer.TYPE)));
            api.post(CUSTOMERS, items()).expect(200);
            server.with(RestServer.newOrganisation(), Permission.INVENTORY_READ)
                    .post(CUSTOMERS, items())
                    .expect(403, "right.missing");
        }
    }

    @DatabaseTest
    void anItemBuildsOnTheOnesBeforeIt(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var id = UUID.randomUUID().toString();
            var row = JsonNodeFactory.instance.objectNode().put("id", id);
            var answer = api.post(
                    CUSTOMERS,
                    items(
                            creation(customer("A").put("id", id)),
                            over("change", row.deepCopy().put("version", 1)).set("values", customer("B")),
                            over("change", row.deepCopy().put("version", 1)).set("values", customer("C")),
                            item("change")
                                    .put("id", id)
                                    .set("seen", customer("A"))
                                    .set("values", customer("D")),
                            item("change")
                                    .put("id", id)
                                    .set("seen", customer("B"))
                                    .set("values", customer("E")),
                            creation(customer("B")),
                            over("delete", row.deepCopy().put("version", 3)),
                            over("delete", row.deepCopy().put("version", 3))));
            assertEquals(
                    List.of(201, 200, 412, 412, 200, 201, 204, 404),
                    statuses(answer),
                    answer.json().toString());
            assertEquals("code", result(answer, 3).at("/problem/field").stringValue());
            assertEquals(1, api.allIds(path(Customer.TYPE)).size());
        }
    }

    @DatabaseTest
    void theSameRequestAgainIsAnsweredAlikeAndDoesNothingTwice(Database db) throws Exception {
        try (var server = new RestServer(db);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var organisation = RestServer.newOrganisation();
            var api = server.telecom(organisation);
            var carriers = path(Carrier.TYPE) + "/bulk";
            var body = items(creation(customer("A")), creation(customer("A")), creation(customer("B")));
            var sent = new ArrayList<Callable<Api.Answer>>();
            for (int i = 0; i < 4; i++)
                sent.add(
                        () -> api.post(carriers, body, BulkAnswers.HEADER, "k1").expect(200));
            var answers = new HashSet<JsonNode>();
            for (var answer : threads.invokeAll(sent)) answers.add(answer.get().json());
            assertEquals(1, answers.size());
            assertEquals(2, api.allIds(path(Carrier.TYPE)).size());

            api.post(carriers, items(creation(customer("C"))), BulkAnswers.HEADER, "k1")
                    .expect(422, "http.idempotency_key_reused");
            api.post(CUSTOMERS, body, BulkAnswers.HEADER, "k1").expect(422, "http.idempotency_key_reused");
            var others = server.telecom(organisation).post(carriers, body, BulkAnswers.HEADER, "k1");
            assertEquals(List.of(409, 409, 409), statuses(others), "another person's key is another key");
            var anew = api.post(carriers, body, BulkAnswers.HEADER, "k2");
            assertEquals(List.of(409, 409, 409), statuses(anew));
            assertEquals(2, api.allIds(path(Carrier.TYPE)).size());
        }
    }

    @DatabaseTest
    void whatTakesSeveralStepsIsDoneAsAWholeOrNotAtAll(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var number = samples.create(Did.TYPE).id();
            var good = samples.body(Assignment.TYPE).put("didId", number).putNull("endsOn");
            var bad = good.deepCopy().put("alias", "x".repeat(500));
            var bulk = path(Assignment.TYPE) + "/bulk";
            var refused = api.post(bulk, items(creation(bad))).expect(200);
            assertEquals(List.of(422), statuses(refused));
            var untouched = api.get(path(Did.TYPE) + "/" + number).expect(200);
            assertEquals("\"1\"", untouched.tag(), "its first step was to make the number somebody's");

            var answer = api.post(bulk, items(creation(bad), creation(good)));
            assertEquals(List.of(422, 201), statuses(answer), answer.json().toString());
            assertEquals("IN_USE", api.get(path(Did.TYPE) + "/" + number).text("status"));
            var end = item("end")
                    .put("id", result(answer, 1).get("id").stringValue())
                    .put("version", 1);
            var ended = api.post(bulk, fits(Assignment.TYPE, items(end.set("values", endsOn("2026-02-01")))));
            assertEquals(List.of(200), statuses(ended), ended.json().toString());
            assertEquals("ASSIGNED", api.get(path(Did.TYPE) + "/" + number).text("status"));
        }
    }

    @DatabaseTest
    void numbersMoveAndTheirPricesFollow(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var body = samples.body(Did.TYPE)
                    .put("e164", "01.44 00-00 77")
                    .putNull("customerId")
                    .putNull("groupId");
            var made = api.post(path(Did.TYPE) + "/bulk", items(creation(body))).expect(200);
            var id = result(made, 0).get("id").stringValue();
            assertEquals("+33144000077", api.get(path(Did.TYPE) + "/" + id).text("e164"));

            var to = JsonNodeFactory.instance.objectNode().put("to", "ASSIGNED");
            var toSomebody = to.deepCopy().put("customerId", samples.shared("customer"));
            var moved = api.post(
                    path(Did.TYPE) + "/bulk",
                    fits(
                            Did.TYPE,
                            items(
                                    over("move", result(made, 0)).set("values", to),
                                    over("move", result(made, 0)).set("values", toSomebody),
                                    item("change")
                                            .put("id", id)
                                            .set("seen", JsonNodeFactory.instance.objectNode())
                                            .set(
                                                    "values",
                                                    JsonNodeFactory.instance
                                                            .objectNode()
                                                            .put("monthlyCost", "9.00")))));
            assertEquals(List.of(422, 200, 200), statuses(moved), moved.json().toString());

            var prices = new ArrayList<ObjectNode>();
            for (String day : List.of("2026-01-01", "2026-02-01", "2026-03-01")) {
                prices.add(
                        creation(samples.body(NumberPrice.TYPE).put("didId", id).put("startsOn", day)));
            }
            var priced = api.post(path(NumberPrice.TYPE) + "/bulk", items(prices.toArray(ObjectNode[]::new)));
            assertEquals(List.of(201, 201, 201), statuses(priced), priced.json().toString());
            assertEquals("9.00", api.get(path(Did.TYPE) + "/" + id).text("monthlyCost"), "today's is still the newest");
        }
    }

    @DatabaseTest
    void rowsOfOthersAreNotThereAndTheReasonStandsInTheHistory(Database db) {
        try (var server = new RestServer(db)) {
            var foreign = new SampleRows(server.telecom()).create(Customer.TYPE);
            var api = server.telecom();
            var own = new SampleRows(api).create(Customer.TYPE);
            var answer = api.post(
                    CUSTOMERS + "?reason=Reprise%20du%20parc",
                    items(
                            item("delete").put("id", foreign.id()).put("version", 1),
                            over("change", own.json()).set("values", customer("A")),
                            creation(customer("B")).put("reason", "Nouveau client")));
            assertEquals(List.of(404, 200, 201), statuses(answer), answer.json().toString());
            var history = api.get("/api/v1/history?entity=customer")
                    .expect(200)
                    .json()
                    .get("items");
            var reasons = history.valueStream()
                    .map(line -> line.get("reason").asString(""))
                    .toList();
            assertEquals(List.of("Nouveau client", "Reprise du parc", ""), reasons);
            assertEquals(history.get(0).get("edit"), history.get(1).get("edit"), "one request is one edit");

            var address = path(Customer.TYPE) + "/" + own.id();
            api.send("PATCH", address + "?reason=Adresse", "{\"address\": \"Lyon\"}", "If-Match", "*")
                    .expect(200);
            api.send("DELETE", address + "?reason=" + "x".repeat(501), "", "If-Match", "*")
                    .expect(422, "field.too_long");
            var newest = api.get("/api/v1/history?entity=customer&limit=1")
                    .expect(200)
                    .json()
                    .at("/items/0");
            assertEquals("Adresse", newest.get("reason").stringValue());
            assertTrue(api.get(address).expect(200).json().has("address"));
        }
    }

    @DatabaseTest
    void aThousandAreOneRequestAndOneChangeOfTheFeed(Database db) {
        try (var server = new RestServer(db)) {
            var organisation = RestServer.newOrganisation();
            var api = server.telecom(organisation);
            var many = JsonNodeFactory.instance.arrayNode();
            IntStream.range(0, 1_000)
                    .forEach(i -> many.add(creation(customer("C" + i)).put("ref", "" + i)));
            var answer =
                    api.post(CUSTOMERS, whole(many), BulkAnswers.HEADER, "big").expect(200);
            assertEquals(1_000, answer.json().get("done").intValue());
            assertEquals("999", result(answer, 999).get("ref").stringValue());
            assertEquals(
                    answer.json(),
                    api.post(CUSTOMERS, whole(many), BulkAnswers.HEADER, "big").json());
            assertTrue(server.changes(organisation).contains("C999"));
            var times = db.inOrganisation(
                    organisation,
                    tx -> tx.handle()
                            .createQuery("select count(*) from feed_batch where org_id = :org")
                            .bind("org", organisation.value())
                            .mapTo(Integer.class)
                            .one());
            assertEquals(1, times);
            assertNull(answer.json().at("/results/0/problem").asString(null));
        }
    }

    private static ObjectNode item(String verb) {
        return JsonNodeFactory.instance.objectNode().put("do", verb);
    }

    private static ObjectNode creation(ObjectNode values) {
        return item("create").set("values", values);
    }

    /** About a row as an answer had it. */
    private static ObjectNode over(String verb, JsonNode row) {
        return item(verb).set("id", row.get("id")).set("version", row.get("version"));
    }

    private static ObjectNode customer(String code) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("name", "Durand");
    }

    private static ObjectNode endsOn(String day) {
        return JsonNodeFactory.instance.objectNode().put("endsOn", day);
    }

    private static ObjectNode items(JsonNode... items) {
        var list = JsonNodeFactory.instance.arrayNode();
        List.of(items).forEach(list::add);
        return whole(list);
    }

    private static ObjectNode whole(JsonNode list) {
        return JsonNodeFactory.instance.objectNode().set("items", list);
    }

    /** The document offers what the server takes. */
    private static ObjectNode fits(EntityType<?> type, ObjectNode body) {
        var schema = Objects.requireNonNull(DOCUMENT.operations().get("POST " + path(type) + "/bulk"))
                .at("/requestBody/content/application~1json/schema");
        assertEquals(List.of(), DOCUMENT.schemas.problems(schema, Json.MAPPER.readTree(body.toString())));
        return body;
    }

    private static JsonNode result(Api.Answer answer, int place) {
        return answer.json().get("results").get(place);
    }

    private static String code(Api.Answer answer, int place) {
        return result(answer, place).at("/problem/code").stringValue();
    }

    private static List<Integer> statuses(Api.Answer answer) {
        answer.expect(200);
        return answer.json()
                .get("results")
                .valueStream()
                .map(result -> result.get("status").intValue())
                .toList();
    }
}
