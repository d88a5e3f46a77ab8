package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.Customer;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberPrice;
import cadran.model.numbers.NumberRange;
import cadran.model.organisations.Permission;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is special about numbers: their spelling and the moves of their status. */
class NumberApiTest {
    private static final String NUMBERS = "/api/v1/numbers";

    @DatabaseTest
    void aNumberMayBeSpeltAsItIsDialledAndIsAnsweredInCanonicalForm(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var body = samples.body(Did.TYPE).put("e164", "01.44 00-00 01");
            var made = api.post(NUMBERS, body).expect(201);
            assertEquals("+33144000001", made.text("e164"));
            var again = api.post(NUMBERS, body.deepCopy().put("e164", "0033 (0)1 44 00 00 01"));
            assertEquals(
                    made.id(),
                    again.expect(409, "row.duplicate").json().at("/args/id").stringValue());

            var guadeloupe = JsonNodeFactory.instance
                    .objectNode()
                    .put("code", "GP")
                    .put("prefix", "+590")
                    .put("label", "Guadeloupe");
            var territory = api.post("/api/v1/" + DialingCode.TYPE.collection(), guadeloupe)
                    .expect(201)
                    .id();
            var overseas = samples.body(Did.TYPE).put("e164", "0690 00 12 34").put("dialingCodeId", territory);
            assertEquals(
                    "+590690001234", api.post(NUMBERS, overseas).expect(201).text("e164"));
        }
    }

    @DatabaseTest
    void aRangesNumbersMayBeSpeltAsTheyAreDialled(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var body = samples.body(NumberRange.TYPE)
                    .put("firstNumber", "01 44 00 00 00")
                    .put("lastNumber", "0033 1 44 00 00 99")
                    .put("headNumber", "01.44.00.00.00");
            var made = api.post("/api/v1/ranges", body).expect(201);
            assertEquals("+33144000000", made.text("firstNumber"));
            assertEquals("+33144000099", made.text("lastNumber"));
            assertEquals("+33144000000", made.text("headNumber"));
            var changed = api.patch("/api/v1/ranges/" + made.id(), made.tag(), "{\"headNumber\": \"01 44 00 00 50\"}")
                    .expect(200);
            assertEquals("+33144000050", changed.text("headNumber"));
            var met = api.post("/api/v1/ranges", body.deepCopy().put("firstNumber", "0144000099"))
                    .expect(409, "range.overlaps");
            assertEquals(made.id(), met.json().at("/args/id").stringValue());
        }
    }

    @DatabaseTest
    void whatIsNoNumberIsRefusedAtTheField(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var refused = api.post(NUMBERS, samples.body(Did.TYPE).put("e164", "3,31E+10"))
                    .expect(422, "number.scientific");
            assertEquals("e164", refused.text("field"));
            api.post(NUMBERS, samples.body(Did.TYPE).put("e164", "01 44")).expect(422);
            api.post(NUMBERS, samples.body(Did.TYPE).put("e164", "abc")).expect(422, "number.character");
        }
    }

    @DatabaseTest
    void itsIdentityAndItsStatusAreNotPatched(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var number = new SampleRows(api).create(Did.TYPE);
            var address = NUMBERS + "/" + number.id();
            api.patch(address, "*", "{\"e164\": \"+33144009999\"}").expect(422, "field.immutable");
            api.patch(address, "*", "{\"status\": \"TERMINATED\"}").expect(422, "field.immutable");
            api.patch(address, "*", "{\"e164\": \"%s\"}".formatted(number.text("e164")))
                    .expect(200);
        }
    }

    @DatabaseTest
    void itsStatusMovesAlongTheLegalWaysOnly(Database db) {
        try (var server = new RestServer(db)) {
            for (DidStatus from : DidStatus.values()) {
                for (DidStatus to : DidStatus.values()) {
                    var api = server.telecom();
                    var samples = new SampleRows(api);
                    var number = api.post(NUMBERS, samples.body(Did.TYPE).put("status", from.name()))
                            .expect(201);
                    var move = JsonNodeFactory.instance.objectNode().put("to", to.name());
                    var answer = api.post(NUMBERS + "/" + number.id() + "/status", move, "If-Match", number.tag());
                    if (from == DidStatus.TERMINATED && to == DidStatus.AVAILABLE) {
                        answer.expect(403, "right.missing");
                    } else if (from == DidStatus.ASSIGNED && to == DidStatus.IN_USE) {
                        answer.expect(422, "number.nothing_runs");
                    } else if (from == to || from.mayMoveTo(to)) {
                        assertEquals(to.name(), answer.expect(200).text("status"));
                    } else {
                        var allowed = answer.expect(409, "state.move_not_allowed")
                                .json()
                                .at("/args/allowed")
                                .stringValue();
                        assertEquals(
                                Stream.of(DidStatus.values())
                                        .filter(from::mayMoveTo)
                                        .map(DidStatus::name)
                                        .collect(Collectors.joining(",")),
                                allowed);
                    }
                }
            }
        }
    }

    @DatabaseTest
    void anAssignmentBringsItsNumberIntoUseAndItsEndOutOfIt(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var campaign = samples.create(Campaign.TYPE);
            var body = samples.body(Did.TYPE).putNull("customerId").putNull("groupId");
            var number = api.post(NUMBERS, body).expect(201);
            var assignment = JsonNodeFactory.instance
                    .objectNode()
                    .put("didId", number.id())
                    .put("campaignId", campaign.id())
                    .put("startsOn", "2026-01-01");
            var made = api.post("/api/v1/assignments", assignment).expect(201);
            var used = api.get(NUMBERS + "/" + number.id()).expect(200);
            assertEquals("IN_USE", used.text("status"));
            assertEquals(campaign.text("customerId"), used.text("customerId"));
            var free = JsonNodeFactory.instance.objectNode().put("to", "AVAILABLE");
            api.post(NUMBERS + "/" + number.id() + "/status", free, "If-Match", "*")
                    .expect(422, "number.still_assigned");
            var end = "/api/v1/assignments/" + made.id() + "/end";
            var day = JsonNodeFactory.instance.objectNode().put("endsOn", "2026-01-31");
            api.post(end, day).expect(428, "http.if_match_required");
            api.post(end, day.deepCopy().put("endsOn", "2025-12-31"), "If-Match", "*")
                    .expect(422, "period.ends_before_it_starts");
            assertEquals(
                    "2026-01-31",
                    api.post(end, day, "If-Match", made.tag()).expect(200).text("endsOn"));
            assertEquals(
                    "ASSIGNED", api.get(NUMBERS + "/" + number.id()).expect(200).text("status"));
            api.post(NUMBERS + "/" + number.id() + "/status", free, "If-Match", "*")
                    .expect(200);
        }
    }

    @DatabaseTest
    void aMoveBringsTheFieldsItNeedsAlongOrNothing(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var customer = samples.create(Customer.TYPE).id();
            var body = samples.body(Did.TYPE).putNull("customerId").putNull("groupId");
            var number = api.post(NUMBERS, body).expect(201);
            var address = NUMBERS + "/" + number.id() + "/status";
            var move = JsonNodeFactory.instance.objectNode().put("to", "ASSIGNED");
            api.post(address, move).expect(428, "http.if_match_required");
            api.post(address, move, "If-Match", "\"9\"").expect(412, "row.changed_by_other");
            api.post(address, move, "If-Match", number.tag()).expect(422, "number.status_needs_customer");
            var moved = api.post(address, move.deepCopy().put("customerId", customer), "If-Match", number.tag())
                    .expect(200);
            assertEquals(customer, moved.text("customerId"));
            assertEquals("\"2\"", moved.tag());
            api.post(address, JsonNodeFactory.instance.objectNode(), "If-Match", "*")
                    .expect(422, "field.required");
            api.post(address, move.deepCopy().put("to", "GONE"), "If-Match", "*")
                    .expect(422, "field.unknown_code");
        }
    }

    @DatabaseTest
    void howLongItRestsItsTypeAndItsTerritorySay(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var customer = samples.create(Customer.TYPE).id();
            var territory = api.post(
                            SampleRows.path(DialingCode.TYPE),
                            samples.body(DialingCode.TYPE).put("recoverableDays", "10"))
                    .expect(201);
            var shorter = type(api, samples, "5");
            var longer = type(api, samples, "95");
            var none = type(api, samples, null);
            assertEquals(90, ChronoUnit.DAYS.between(restOf(api, samples, shorter), restOf(api, samples, longer)));
            assertNull(restOf(api, samples, none));
            var number = api.post(
                            NUMBERS,
                            samples.body(Did.TYPE)
                                    .put("dialingCodeId", territory.id())
                                    .put("customerId", customer)
                                    .putNull("groupId"))
                    .expect(201);
            var move = JsonNodeFactory.instance
                    .objectNode()
                    .put("to", "TERMINATED")
                    .put("terminatedOn", "2026-02-01");
            var address = NUMBERS + "/" + number.id() + "/status";
            assertEquals(
                    "2026-02-11",
                    api.post(address, move, "If-Match", number.tag())
                            .expect(200)
                            .text("recoverableUntil"));
            api.patch(SampleRows.path(DialingCode.TYPE) + "/" + territory.id(), "*", "{\"recoverableDays\": \"4000\"}")
                    .expect(422, "field.not_days");
        }
    }

    private static String type(Api api, SampleRows samples, @Nullable String restDays) {
        var body = samples.body(NumberType.TYPE).put("restDays", restDays);
        return api.post(SampleRows.path(NumberType.TYPE), body).expect(201).id();
    }

    /** Until when a number of that type rests that is taken from its customer today. */
    private static @Nullable LocalDate restOf(Api api, SampleRows samples, String type) {
        var number = api.post(
                        NUMBERS,
                        samples.body(Did.TYPE).put("status", "ASSIGNED").put("typeId", type))
                .expect(201);
        var move = JsonNodeFactory.instance.objectNode().put("to", "AVAILABLE").putNull("customerId");
        var moved = api.post(NUMBERS + "/" + number.id() + "/status", move, "If-Match", number.tag())
                .expect(200);
        var until = moved.json().get("restsUntil");
        return until.isNull() ? null : LocalDate.parse(until.stringValue());
    }

    @DatabaseTest
    void restoringATerminatedNumberIsARightOfItsOwn(Database db) {
        try (var server = new RestServer(db)) {
            var organisation = RestServer.newOrganisation();
            var admin = server.with(
                    organisation, Permission.INVENTORY_READ, Permission.INVENTORY_WRITE, Permission.NUMBER_RESTORE);
            var number = admin.post(
                            NUMBERS, new SampleRows(admin).body(Did.TYPE).put("status", "TERMINATED"))
                    .expect(201);
            var back = JsonNodeFactory.instance.objectNode().put("to", "AVAILABLE");
            admin.post(NUMBERS + "/" + number.id() + "/status", back, "If-Match", number.tag())
                    .expect(200);
        }
    }

    @DatabaseTest
    void aPriceAndItsNumberSayTheSame(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var number = api.post(
                            NUMBERS,
                            samples.body(Did.TYPE)
                                    .put("acquiredOn", "2026-01-01")
                                    .put("monthlyCost", "1.00"))
                    .expect(201);
            var address = NUMBERS + "/" + number.id();
            var prices = SampleRows.path(NumberPrice.TYPE);
            var list = prices + "?sort=startsOn&fields=monthlyCost&didId=" + number.id();
            api.patch(address, number.tag(), "{\"monthlyCost\": \"2\", \"notes\": \"x\"}")
                    .expect(200);
            assertEquals(List.of("1.00", "2.00"), costs(api, list));
            var body = JsonNodeFactory.instance.objectNode().put("didId", number.id());
            api.post(prices, body.deepCopy().put("startsOn", "2126-01-01").put("monthlyCost", "9.00"))
                    .expect(201);
            assertEquals("2.00", api.get(address).expect(200).text("monthlyCost"));
            api.post(prices, body.deepCopy().put("startsOn", "2126-01-01")).expect(409, "row.duplicate");
            api.post(prices, body.deepCopy().put("startsOn", "2126-02-01").put("monthlyCost", "-1"))
                    .expect(422, "number.negative_cost");
            var current = api.allIds(list.replace("&fields=monthlyCost", "")).get(1);
            api.patch(prices + "/" + current, "*", "{\"monthlyCost\": \"3.00\"}")
                    .expect(200);
            assertEquals("3.00", api.get(address).expect(200).text("monthlyCost"));
            api.delete(prices + "/" + current, "*").expect(204);
            assertEquals("1.00", api.get(address).expect(200).text("monthlyCost"));
            assertEquals(List.of("1.00", "9.00"), costs(api, list));
        }
    }

    private static List<String> costs(Api api, String list) {
        return api.get(list)
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("monthlyCost").stringValue())
                .toList();
    }

    @DatabaseTest
    void whatAMoveCantSayIsRefusedLikeAnyOtherValueAndLeavesTheRestOfAList(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var number = api.post(NUMBERS, samples.body(Did.TYPE).put("status", "ASSIGNED"))
                    .expect(201);
            var address = NUMBERS + "/" + number.id() + "/status";
            var gone = JsonNodeFactory.instance.objectNode().put("to", "TERMINATED");
            api.post(address, gone.deepCopy().put("ending", "LOST"), "If-Match", "*")
                    .expect(422, "field.unknown_code");
            api.post(address, gone.deepCopy().put("terminatedOn", "+999999999-12-31"), "If-Match", "*")
                    .expect(422, "field.out_of_range");

            var list = JsonNodeFactory.instance.objectNode();
            for (String ending : List.of("LOST", " ")) {
                var item = list.withArray("items").addObject();
                item.put("do", "move").put("id", number.id()).put("version", 1);
                item.set("values", gone.deepCopy().put("ending", ending));
            }
            var answer = api.post(NUMBERS + "/bulk", list).expect(200).json();
            assertEquals(422, answer.at("/results/0/status").intValue(), answer.toString());
            assertEquals(200, answer.at("/results/1/status").intValue(), answer.toString());
            assertEquals(
                    "TERMINATED",
                    api.get(NUMBERS + "/" + number.id()).expect(200).text("status"));
        }
    }
}
