package cadran.server.rest;

import static cadran.server.rest.SampleRows.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.Customer;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.EntityType;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bulk requests that no careful program sends: each is answered in words, and what is sound beside it is done. */
class BulkRoughTest {
    private static final String CUSTOMERS = path(Customer.TYPE) + "/bulk";

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String customer(String code, String more) {
        return "{\"do\":\"create\",\"values\":{\"code\":\"" + code + "\",\"name\":\"N\"" + more + "}}";
    }

    private static String items(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    private static ObjectNode creations(List<ObjectNode> values) {
        var whole = object();
        var items = whole.putArray("items");
        values.forEach(each -> items.add(object().put("do", "create").set("values", each)));
        return whole;
    }

    private static List<Integer> statuses(Api.Answer answer) {
        return answer.expect(200)
                .json()
                .get("results")
                .valueStream()
                .map(result -> result.get("status").intValue())
                .toList();
    }

    private static List<String> codes(Api.Answer answer) {
        return answer.expect(200)
                .json()
                .get("results")
                .valueStream()
                .map(result -> result.at("/problem/code").asString(""))
                .toList();
    }

    @DatabaseTest
    void whatNoDatabaseCanKeepIsRefusedWhereItStands(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var half = "\\ud800";
            var answer = api.send(
                    "POST",
                    CUSTOMERS,
                    items(
                            customer("NUL\\u0000", ""),
                            customer("H" + half, ""),
                            customer("B", ",\"\\u0000\":1"),
                            "{\"do\":\"create\",\"ref\":\"" + half + "\",\"values\":{}}",
                            "{\"do\":\"" + half + "\",\"values\":{}}",
                            "{\"do\":\"create\",\"reason\":\"\\u0000\",\"values\":{\"code\":\"C\",\"name\":\"N\"}}",
                            customer("D", ",\"id\":\"" + half + "\""),
                            "null",
                            "[[]]",
                            "{}",
                            customer("E", "")),
                    BulkAnswers.HEADER,
                    "rough");
            assertEquals(
                    List.of(422, 422, 422, 422, 400, 422, 400, 400, 400, 422, 201),
                    statuses(answer),
                    () -> answer.json().toString());
            assertEquals(1, api.allIds(path(Customer.TYPE)).size());
            api.send("POST", CUSTOMERS, items(customer("F", ",\"" + half + "\":1")))
                    .expect(400, "json.malformed");
        }
    }

    /** Java reads 000000001-… as an id as well, and drops a digit: two spellings would be one row. */
    @DatabaseTest
    void anIdHasOneSpelling(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var ids = List.of(
                    "1-1-1-1-1",
                    "000000001-000-4000-8000-000000000001",
                    "+0000001-0000-4000-8000-000000000001",
                    "00000001-0000-4000-8000-0000000000011",
                    "00000001000040008000000000000001");
            for (String id : ids) {
                var made = api.send("POST", CUSTOMERS, items(customer("A", ",\"id\":\"" + id + "\"")));
                assertEquals(List.of("json.wrong_type"), codes(made), id);
                api.get(path(Customer.TYPE) + "/" + id.replace("+", "%2B")).expect(404, "row.not_found");
            }
            var upper = "ABCDEF01-0000-4000-8000-000000000001";
            api.send("POST", CUSTOMERS, items(customer("A", ",\"id\":\"" + upper + "\"")))
                    .expect(200);
            api.get(path(Customer.TYPE) + "/" + upper).expect(200);
        }
    }

    @DatabaseTest
    void numbersAndDaysBeyondAllBoundsAreRefusedWhereTheyStand(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var did = samples.create(Did.TYPE).id();
            var prices = new ArrayList<ObjectNode>();
            for (String cost : List.of("123456789", "0.001", "-1", "1e9", "1e-999999999", "NaN", "1,35", "", "１２")) {
                prices.add(samples.body(NumberPrice.TYPE).put("didId", did).put("monthlyCost", cost));
            }
            for (String day : List.of("+999999999-12-31", "-0001-01-01", "2026-02-30", "10000-01-01", "2026-1-1", "")) {
                prices.add(samples.body(NumberPrice.TYPE).put("didId", did).put("startsOn", day));
            }
            prices.add(samples.body(NumberPrice.TYPE).put("didId", did).put("startsOn", "9999-12-31"));
            prices.add(samples.body(NumberPrice.TYPE).put("didId", did).put("startsOn", "0001-01-01"));
            var answer = api.post(path(NumberPrice.TYPE) + "/bulk", creations(prices));
            var statuses = statuses(answer);
            assertEquals(List.of(201, 201), statuses.subList(statuses.size() - 2, statuses.size()));
            statuses.subList(0, statuses.size() - 2)
                    .forEach(status -> assertTrue(
                            status == 400 || status == 422, () -> answer.json().toString()));
            var huge = api.send("POST", CUSTOMERS, items(customer("A", ",\"siret\":" + "9".repeat(900))));
            assertEquals(List.of(400), statuses(huge));
            api.send("POST", CUSTOMERS, items(customer("A", ",\"siret\":" + "9".repeat(2_000))))
                    .expect(400, "json.too_long");
            api.send("POST", CUSTOMERS, items("[".repeat(60) + "]".repeat(60))).expect(400);
            api.send("POST", CUSTOMERS, items(customer("A", ",\"name\":\"twice\"")))
                    .expect(400);
            var tooBig = items(customer("A", ",\"address\":\"" + "x".repeat(12 << 20) + "\""));
            assertTrue(List.of(400, 413)
                    .contains(api.send("POST", CUSTOMERS, tooBig).status()));
            assertEquals(1, api.allIds(path(Customer.TYPE)).size(), "the one of the samples");
        }
    }

    /** Lines of one change, and values of one number, are no steps that wait for each other. */
    @DatabaseTest
    void manyPartsOfOneWholeAreOneChangeOfTheFeed(Database db) {
        try (var server = new RestServer(db)) {
            var organisation = RestServer.newOrganisation();
            var api = server.telecom(organisation);
            var samples = new SampleRows(api);
            var set = samples.create(ChangeSet.TYPE).id();
            var did = samples.create(Did.TYPE).id();
            var lines = new ArrayList<ObjectNode>();
            var values = new ArrayList<ObjectNode>();
            for (int i = 0; i < 12; i++) {
                var number = i == 0 ? did : samples.create(Did.TYPE).id();
                lines.add(
                        samples.body(ChangeSetLine.TYPE).put("changeSetId", set).put("didId", number));
                var field = samples.create(OwnField.TYPE).id();
                values.add(samples.body(OwnValue.TYPE).put("didId", did).put("fieldId", field));
            }
            assertEquals(1, changes(db, api, ChangeSetLine.TYPE, creations(lines)));
            assertEquals(1, changes(db, api, OwnValue.TYPE, creations(values)));
        }
    }

    private static long changes(Database db, Api api, EntityType<?> type, JsonNode body) {
        long before = batches(db, api);
        var answer = api.post(path(type) + "/bulk", body).expect(200);
        assertEquals(
                0, answer.json().get("refused").intValue(), () -> answer.json().toString());
        return batches(db, api) - before;
    }

    private static long batches(Database db, Api api) {
        var organisation = new cadran.model.ids.OrganisationId(api.organisation());
        return db.inOrganisation(
                organisation,
                tx -> tx.handle()
                        .createQuery("select count(*) from feed_batch where org_id = :org")
                        .bind("org", organisation.value())
                        .mapTo(Long.class)
                        .one());
    }

    /** The second of two alike is told who was there; one over what an earlier one made finds it. */
    @DatabaseTest
    void itemsThatMeetEachOtherAreDecidedInTheirOrder(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var value = samples.body(OwnValue.TYPE);
            var other = value.deepCopy().put("textValue", "another");
            var again = api.post(path(OwnValue.TYPE) + "/bulk", creations(List.of(value, other, value)));
            assertEquals(List.of("", "row.duplicate", ""), codes(again), "who wants what is there has it");
            var did = samples.create(Did.TYPE).id();
            var price = samples.body(NumberPrice.TYPE).put("didId", did).put("startsOn", "2026-01-01");
            var later = price.deepCopy().put("startsOn", "2026-02-01").put("monthlyCost", "7.00");
            var prices = api.post(path(NumberPrice.TYPE) + "/bulk", creations(List.of(later, price, later)));
            assertEquals(List.of("", "", "row.duplicate"), codes(prices));
            assertEquals("7.00", api.get(path(Did.TYPE) + "/" + did).text("monthlyCost"));
            var number = samples.body(Did.TYPE).put("e164", "01 44 00 00 99");
            var spelled = number.deepCopy().put("e164", "+33 144000099");
            var twice = api.post(path(Did.TYPE) + "/bulk", creations(List.of(number, spelled)));
            assertEquals(List.of("", "row.duplicate"), codes(twice));
        }
    }

    /** Half a request is none; whoever comes back with the whole one and the same key is the first. */
    @DatabaseTest
    void whoGoesInTheMiddleHasAskedForNothing(Database db) throws IOException {
        try (var people = new People(db)) {
            var admin = people.organisation("Coupés");
            var api = new Api(
                    people.http, admin.tokens().accessToken(), admin.tokens().organisation());
            var body = items(customer("A", ""), customer("B", ""));
            var head = "POST " + CUSTOMERS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + admin.tokens().accessToken() + "\r\nContent-Type: application/json\r\n" + BulkAnswers.HEADER
                    + ": cut\r\nContent-Length: " + body.length() + "\r\n\r\n";
            for (int sent : new int[] {0, 1, body.length() / 2, body.length() - 1}) {
                try (var socket = new Socket(InetAddress.getLoopbackAddress(), people.http.port())) {
                    socket.getOutputStream().write((head + body.substring(0, sent)).getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                }
            }
            assertEquals(List.of(), api.allIds(path(Customer.TYPE)));
            // Gone behind the last byte: it may be done or not, and the key says which.
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), people.http.port())) {
                socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
            var answer = api.send("POST", CUSTOMERS, body, BulkAnswers.HEADER, "cut");
            assertEquals(List.of(201, 201), statuses(answer));
            assertEquals(2, api.allIds(path(Customer.TYPE)).size());
        }
    }

    @DatabaseTest
    void aThousandAndOneAreTooManyWhateverTheyAre(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var many = new String[1_001];
            Arrays.setAll(many, i -> i % 2 == 0 ? "null" : customer("C" + i, ""));
            api.send("POST", CUSTOMERS, items(many), BulkAnswers.HEADER, "much").expect(413, "bulk.too_many_items");
            var fewer = Arrays.copyOf(many, 1_000);
            var answer = api.send("POST", CUSTOMERS, items(fewer), BulkAnswers.HEADER, "much");
            assertEquals(500, answer.expect(200).json().get("done").intValue());
        }
    }
}
