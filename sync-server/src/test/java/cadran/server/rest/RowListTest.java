package cadran.server.rest;

import static cadran.server.rest.SampleRows.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class RowListTest {
    @DatabaseTest
    void everyFieldFiltersAndSorts(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            for (EntityType<?> type : SampleRows.written()) {
                var row = samples.create(type);
                samples.create(type);
                for (Field field : type.fields()) {
                    var content = row.json().get(field.name());
                    var empty = api.get(path(type) + "?" + field.name() + "=")
                            .expect(200)
                            .ids();
                    if (content.isNull()) {
                        assertTrue(empty.contains(row.id()), type + " without " + field.name());
                        continue;
                    }
                    assertEquals(List.of(), empty, type + " without " + field.name());
                    var value = encoded((content.isArray() ? content.get(0) : content).asString());
                    var found = api.get(path(type) + "?limit=500&" + field.name() + "=" + value)
                            .expect(200);
                    assertTrue(found.ids().contains(row.id()), type + " " + field.name());
                    found.json()
                            .get("items")
                            .forEach(item -> assertEquals(row.json().get(field.name()), item.get(field.name())));
                    var up = api.allIds(path(type) + "?limit=1&sort=" + field.name() + ",id");
                    var down = api.allIds(path(type) + "?limit=1&sort=-" + field.name() + ",-id");
                    assertEquals(up, down.reversed(), type + " by " + field.name());
                }
                assertEquals(
                        List.of(row.id()),
                        api.get(path(type) + "?id=" + row.id()).expect(200).ids());
            }
        }
    }

    @DatabaseTest
    void pagesLoseAndRepeatNothingWhileOthersWrite(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var mine = new ArrayList<String>();
            for (int i = 0; i < 250; i++) {
                // A hundred names for 250 rows: the id must decide within one name.
                mine.add(api.post(path(Carrier.TYPE), carrier("C" + i, "name " + i % 100))
                        .expect(201)
                        .id());
            }
            var seen = new ArrayList<String>();
            var next = "";
            int other = 0;
            do {
                var page = api.get(path(Carrier.TYPE) + "?sort=-name,kind&limit=7" + next)
                        .expect(200);
                seen.addAll(page.ids());
                api.post(path(Carrier.TYPE), carrier("D" + other, "name " + other++ * 3))
                        .expect(201);
                next = page.json().get("next").isNull() ? "" : "&after=" + page.text("next");
            } while (!next.isEmpty());
            assertEquals(seen.size(), new HashSet<>(seen).size(), "a row came twice");
            assertTrue(seen.containsAll(mine), "a row was lost");
        }
    }

    @DatabaseTest
    void rowsWithoutAValueComeLastInBothDirections(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var a = api.post(path(Carrier.TYPE), carrier("A", "A").put("contact", "a"))
                    .expect(201)
                    .id();
            var none1 =
                    api.post(path(Carrier.TYPE), carrier("N1", "N")).expect(201).id();
            var b = api.post(path(Carrier.TYPE), carrier("B", "B").put("contact", "b"))
                    .expect(201)
                    .id();
            var none2 =
                    api.post(path(Carrier.TYPE), carrier("N2", "N")).expect(201).id();
            for (int limit = 1; limit <= 4; limit++) {
                var list = path(Carrier.TYPE) + "?limit=" + limit + "&sort=";
                assertEquals(List.of(a, b, none1, none2), api.allIds(list + "contact,code"));
                assertEquals(List.of(b, a, none2, none1), api.allIds(list + "-contact,-code"));
            }
            assertEquals(List.of(none1, none2), api.allIds(path(Carrier.TYPE) + "?sort=code&contact="));
            assertEquals(List.of(a, none1, none2), api.allIds(path(Carrier.TYPE) + "?sort=code&contact=,a"));
        }
    }

    @DatabaseTest
    void textSortsByCodePointOnBothDatabases(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            for (String name : List.of("é", "b", "B", "a", "Z", "_")) {
                api.post(path(Carrier.TYPE), carrier("C" + (int) name.charAt(0), name))
                        .expect(201);
            }
            var names = new ArrayList<String>();
            api.get(path(Carrier.TYPE) + "?sort=name")
                    .json()
                    .get("items")
                    .forEach(item -> names.add(item.get("name").stringValue()));
            assertEquals(List.of("B", "Z", "_", "a", "b", "é"), names);
        }
    }

    @DatabaseTest
    void freeTextFindsAnyCaseAnywhereAndTakesWildcardsAsTheyAre(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var elan = api.post(path(Carrier.TYPE), carrier("E", "Société ÉLAN 100%"))
                    .expect(201)
                    .id();
            api.post(path(Carrier.TYPE), carrier("F", "Autre 100_1!")).expect(201);
            assertEquals(List.of(elan), search(api, Carrier.TYPE, "élan"));
            assertEquals(List.of(elan), search(api, Carrier.TYPE, "SOCIÉTÉ"));
            assertEquals(List.of(elan), search(api, Carrier.TYPE, "100%"));
            assertEquals(1, search(api, Carrier.TYPE, "_1!").size());
            assertEquals(2, search(api, Carrier.TYPE, "100").size());
            assertEquals(List.of(), search(api, Carrier.TYPE, "1%1"));
        }
    }

    @DatabaseTest
    void aFragmentOfANumberFindsItInAnySpelling(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var number = api.post(path(Did.TYPE), samples.body(Did.TYPE).put("e164", "+33145678901"))
                    .expect(201)
                    .id();
            samples.create(Did.TYPE);
            for (String spelling :
                    List.of("01 45 67", "+33 1 45", "0033145", "+33 (0)1 45 67 89 01", "67.89", "45678901")) {
                assertEquals(List.of(number), search(api, Did.TYPE, spelling), spelling);
            }
        }
    }

    @DatabaseTest
    void datesAndAmountsHaveBounds(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var cheap = priced(api, samples, "1.20", "2026-01-01");
            var middle = priced(api, samples, "2", "2026-02-01");
            var dear = priced(api, samples, "10.00", "2026-03-01");
            var list = path(Did.TYPE) + "?sort=acquiredOn&";
            assertEquals(List.of(middle, dear), api.allIds(list + "monthlyCost.min=2.00"));
            assertEquals(List.of(cheap, middle), api.allIds(list + "monthlyCost.max=2"));
            assertEquals(List.of(middle), api.allIds(list + "acquiredOn.min=2026-01-02&acquiredOn.max=2026-02-28"));
            assertEquals(List.of(cheap, dear), api.allIds(list + "monthlyCost=10,1.2"));
            assertEquals(List.of(cheap, middle, dear), api.allIds(path(Did.TYPE) + "?sort=monthlyCost"));
        }
    }

    @DatabaseTest
    void aRowIsFoundByEachOfItsTagsAndByNone(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var samples = new SampleRows(api);
            var both = number(api, samples, "VIP", "à porter");
            var one = number(api, samples, "vip2");
            var none = number(api, samples);
            var list = path(Did.TYPE) + "?sort=e164&tags=";
            assertEquals(List.of(both), api.allIds(list + "vip"));
            assertEquals(List.of(both, one), api.allIds(list + encoded("à porter,vip2")));
            assertEquals(List.of(both), api.allIds(list + encoded("À PORTER")));
            assertEquals(List.of(none), api.allIds(list));
            assertEquals(List.of(), api.allIds(list + encoded("v%")));
        }
    }

    private static String number(Api api, SampleRows samples, String... tags) {
        var body = samples.body(Did.TYPE);
        var array = body.putArray("tags");
        for (var tag : tags) {
            array.add(tag);
        }
        return api.post(path(Did.TYPE), body).expect(201).id();
    }

    @DatabaseTest
    void aCommaBehindABackslashBelongsToTheValue(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var both = api.post(path(Customer.TYPE), carrier("A", "Durand, Fils"))
                    .expect(201)
                    .id();
            api.post(path(Customer.TYPE), carrier("B", "Durand")).expect(201);
            assertEquals(List.of(both), api.allIds(path(Customer.TYPE) + "?name=" + encoded("Durand\\, Fils")));
        }
    }

    @DatabaseTest
    void onlyTheFieldsThatAreAskedForComeWithIdAndVersion(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var row = api.post(path(Carrier.TYPE), carrier("A", "A")).expect(201);
            var item = api.get(path(Carrier.TYPE) + "?fields=name")
                    .expect(200)
                    .json()
                    .get("items")
                    .get(0);
            assertEquals(List.of("id", "version", "name"), List.copyOf(item.propertyNames()));
            var one = api.get(path(Carrier.TYPE) + "/" + row.id() + "?fields=code")
                    .expect(200)
                    .json();
            assertEquals(List.of("id", "version", "code"), List.copyOf(one.propertyNames()));
        }
    }

    @DatabaseTest
    void whatAListDoesNotUnderstandItRefuses(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            var list = "/api/v1/numbers?";
            for (String unknown : List.of("custmerId=x", "e164.min=1", "none.max=2", "version=1", "Q=x")) {
                api.get(list + unknown).expect(400, "query.unknown");
            }
            for (String wrong : List.of(
                    "limit=0",
                    "limit=501",
                    "limit=x",
                    "limit=1&limit=2",
                    "sort=none",
                    "sort=code,,id",
                    "sort=e164,-e164",
                    "fields=none",
                    "status=NONE",
                    "customerId=1",
                    "acquiredOn=2026-13-01",
                    "acquiredOn.min=",
                    "monthlyCost=1e9",
                    "monthlyCost.max=x",
                    "id=x",
                    "q=" + "x".repeat(201))) {
                api.get(list + wrong).expect(400, "query.wrong");
            }
            for (String cursor :
                    List.of("x", "W10", "bnVsbA", "e30", "WyJbaWRdIixudWxsXQ", "WyJbaWRdIiwiXHUwMDAwIl0")) {
                api.get(list + "after=" + cursor).expect(400, "query.cursor");
            }
            api.get(list + "q=%00").expect(400, "text.forbidden_character");
            api.get("/api/v1/numbers/" + UUID.randomUUID() + "?none=1").expect(400, "query.unknown");
        }
    }

    @DatabaseTest
    void aCursorOfAnotherSortIsRefused(Database db) {
        try (var server = new RestServer(db)) {
            var api = server.telecom();
            api.post(path(Carrier.TYPE), carrier("A", "A")).expect(201);
            api.post(path(Carrier.TYPE), carrier("B", "B")).expect(201);
            var next = api.get(path(Carrier.TYPE) + "?limit=1&sort=code")
                    .expect(200)
                    .text("next");
            api.get(path(Carrier.TYPE) + "?limit=1&sort=-code&after=" + next).expect(400, "query.cursor");
        }
    }

    private static String priced(Api api, SampleRows samples, String cost, String date) {
        var body = samples.body(Did.TYPE).put("monthlyCost", cost).put("acquiredOn", date);
        return api.post(path(Did.TYPE), body).expect(201).id();
    }

    private static List<String> search(Api api, EntityType<?> type, String text) {
        return api.get(path(type) + "?q=" + encoded(text)).expect(200).ids();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static ObjectNode carrier(String code, String name) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("name", name);
    }
}
