package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.Schema;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.organisations.Team;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What happened to rows, as third programs and desktops ask for it; every answer is held against the document. */
class HistoryTest {
    private static final String ALL = "/api/v1/history";

    private static String of(String number) {
        return SampleRows.path(Did.TYPE) + "/" + number + "/history";
    }

    private static List<JsonNode> lines(Api api, String path) {
        return api.get(path).expect(200).json().get("items").valueStream().toList();
    }

    private static List<String> actions(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line.get("action").stringValue() + " "
                        + line.get("entity").stringValue())
                .toList();
    }

    private static JsonNode change(JsonNode line, String field) {
        return line.get("changes")
                .valueStream()
                .filter(change -> change.get("field").stringValue().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static Api api(People people, cadran.server.testing.SignedIn who) {
        return new Api(people.http, who.tokens().accessToken(), who.tokens().organisation());
    }

    @DatabaseTest
    void aNumbersLifeIsToldWithItsAssignmentsTheNewestFirst(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Histoire");
            var api = api(people, admin);
            var rows = new SampleRows(api);
            var number = rows.create(Did.TYPE).id();
            var address = SampleRows.path(Did.TYPE) + "/" + number;
            people.clock.advance(Duration.ofMinutes(1));
            api.patch(address, "*", "{\"description\": \"Standard\", \"tags\": [\"a\", \"b\"]}")
                    .expect(200);
            people.clock.advance(Duration.ofMinutes(1));
            var work = rows.body(Assignment.TYPE).put("didId", number).put("startsOn", "2030-01-01");
            work.remove("endsOn");
            var assignment = api.post(SampleRows.path(Assignment.TYPE), work).expect(201);
            rows.create(Did.TYPE);

            var lines = lines(api, of(number));
            assertEquals(Set.of("create assignment", "change did", "create did"), Set.copyOf(actions(lines)));
            assertEquals("create did", actions(lines).getLast());
            var made = lines.stream()
                    .filter(line -> line.get("row").stringValue().equals(assignment.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(number, made.get("subject").stringValue());
            var renamed = lines.get(lines.size() - 2);
            assertEquals("Standard", change(renamed, "description").get("after").stringValue());
            assertTrue(
                    change(renamed, "description").get("before").stringValue().startsWith("description"));
            assertEquals("a,b", change(renamed, "tags").get("after").stringValue());
            assertEquals(admin.tokens().user().toString(), renamed.get("user").stringValue());
            assertEquals("Marie Curie", renamed.get("userName").stringValue());
            assertEquals(admin.device().name(), renamed.get("deviceName").stringValue());
            assertTrue(renamed.get("apiKeyName").isNull());
            assertTrue(change(lines.getLast(), "e164").get("before").isNull());
        }
    }

    @DatabaseTest
    void whatOneRequestDidIsOneEdit(Database db) {
        try (var people = new People(db)) {
            var api = api(people, people.organisation("Ensemble"));
            var rows = new SampleRows(api);
            var number = rows.create(Did.TYPE).id();
            var work = rows.body(Assignment.TYPE).put("didId", number).put("startsOn", "2026-01-01");
            work.remove("endsOn");
            api.post(SampleRows.path(Assignment.TYPE), work).expect(201);
            var lines = lines(api, of(number));
            assertTrue(actions(lines).contains("change did"), "the number came into use");
            var edits = new HashSet<JsonNode>();
            lines.stream().limit(lines.size() - 1L).forEach(line -> edits.add(line.get("edit")));
            assertEquals(1, edits.size(), lines.toString());
            assertFalse(edits.contains(lines.getLast().get("edit")));
        }
    }

    @DatabaseTest
    void whatWasDeletedHasAHistoryAllTheSame(Database db) {
        try (var people = new People(db)) {
            var api = api(people, people.organisation("Fin"));
            var rows = new SampleRows(api);
            var number = rows.create(Did.TYPE).id();
            api.delete(SampleRows.path(Did.TYPE) + "/" + number, "*").expect(204);
            assertEquals(List.of("delete did", "create did"), actions(lines(api, of(number))));
            api.get(of(UUID.randomUUID().toString())).expect(404, "row.not_found");
        }
    }

    @DatabaseTest
    void pagesHaveEveryEntryOnceAlsoWhereTheClockStoodStill(Database db) {
        try (var people = new People(db)) {
            var api = api(people, people.organisation("Pages"));
            var rows = new SampleRows(api);
            people.clock.advance(Duration.ofMinutes(2));
            for (var type : SampleRows.written()) rows.create(type);
            people.clock.advance(Duration.ofMinutes(-1));
            rows.create(Did.TYPE);
            var all = lines(api, ALL + "?limit=200");
            assertTrue(all.size() > 20);
            var seqs = new ArrayList<JsonNode>();
            var page = api.get(ALL + "?limit=7").expect(200);
            while (true) {
                page.json().get("items").forEach(seqs::add);
                if (page.json().get("next").isNull()) break;
                page = api.get(ALL + "?limit=7&after=" + page.text("next")).expect(200);
            }
            assertEquals(all, seqs);
            var times = all.stream().map(line -> line.get("at").stringValue()).toList();
            assertEquals(
                    times.stream().sorted(java.util.Comparator.reverseOrder()).toList(), times);
        }
    }

    @DatabaseTest
    void filtersAreAllHeld(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Filtres");
            var other = people.member(admin, Role.TELECOM);
            var api = api(people, admin);
            var rows = new SampleRows(api);
            var number = rows.create(Did.TYPE).id();
            var assignment = api.post(
                            SampleRows.path(Assignment.TYPE),
                            rows.body(Assignment.TYPE)
                                    .put("didId", number)
                                    .put("startsOn", "2030-01-01")
                                    .put("endsOn", "2031-01-01"))
                    .expect(201)
                    .id();
            people.clock.advance(Duration.ofDays(2));
            var again = people.signIn(other.email(), null, People.device());
            api(people, again)
                    .patch(SampleRows.path(Did.TYPE) + "/" + number, "*", "{\"notes\": \"\\\"status\\\":[\"}")
                    .expect(200);
            var back = people.signIn(admin.email(), null, People.device());
            var asked = api(people, back);
            var today = LocalDate.ofInstant(people.clock.instant(), ZoneId.of("Europe/Paris"));

            assertEquals(
                    List.of("change did"),
                    actions(lines(asked, ALL + "?user=" + other.tokens().user())));
            assertEquals(List.of("change did"), actions(lines(asked, ALL + "?from=" + today)));
            var before = lines(asked, ALL + "?limit=200&to=" + today.minusDays(1));
            assertFalse(actions(before).contains("change did")
                    && before.stream()
                            .anyMatch(line -> line.get("user")
                                    .asString("")
                                    .equals(other.tokens().user().toString())));
            assertEquals(List.of("change did"), actions(lines(asked, ALL + "?field=notes&from=" + today)));
            assertEquals(List.of(), lines(asked, ALL + "?field=status&from=" + today), "a value is no field's name");
            assertEquals(List.of("create assignment"), actions(lines(asked, ALL + "?entity=assignment&row=" + number)));
            assertEquals(List.of("create assignment"), actions(lines(asked, ALL + "?row=" + assignment)));
            assertEquals(lines(asked, of(number)), lines(asked, ALL + "?row=" + number));
        }
    }

    @DatabaseTest
    void whatIsNoFilterIsRefused(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Refus");
            var api = api(people, admin);
            Map.of(
                            "entity=app_user", "query.wrong",
                            "entity=", "query.wrong",
                            "field=password", "query.wrong",
                            "row=x", "query.wrong",
                            "from=2026-02-30", "query.wrong",
                            "to=today", "query.wrong",
                            "limit=0", "query.wrong",
                            "limit=201", "query.wrong",
                            "after=later", "query.cursor",
                            "limit=1&limit=2", "query.wrong")
                    .forEach((query, code) -> {
                        var answer = admin.get(ALL + "?" + query);
                        assertEquals(400, answer.statusCode(), query);
                        assertEquals(code, People.code(answer), query);
                    });
            assertEquals("query.unknown", People.code(admin.get(ALL + "?usr=1")));
            assertTrue(lines(api, ALL + "?from=0001-01-01&to=9999-12-31&after=999999999999999-1")
                            .size()
                    > 1);
        }
    }

    /** The log also tells who was invited and which keys were made: not to whoever may read the inventory. */
    @DatabaseTest
    void ofPeopleAndKeysAndOfOthersNothingIsTold(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Chez nous");
            var reader = people.member(admin, Role.VIEWER);
            var closer = people.member(admin, Role.CLOSER);
            var made = admin.post("/api/v1/teams", new Team.Request("Nord-secret"));
            assertEquals(201, made.statusCode(), made.body());
            var number = new SampleRows(api(people, admin)).create(Did.TYPE).id();

            var seen = lines(api(people, reader), ALL + "?limit=200");
            var names = Schema.TYPES.stream().map(type -> type.name()).toList();
            seen.forEach(line -> assertTrue(names.contains(line.get("entity").stringValue())));
            assertFalse(seen.toString().contains("Nord-secret"));
            assertEquals(List.of("create did"), actions(lines(api(people, reader), of(number))));
            api(people, closer).get(ALL).expect(403, "right.missing");
            api(people, closer).get(of(number)).expect(403, "right.missing");

            var stranger = api(people, people.organisation("Ailleurs"));
            stranger.get(of(number)).expect(404, "row.not_found");
            assertEquals(List.of(), lines(stranger, ALL + "?row=" + number));
            assertEquals(
                    List.of(), lines(stranger, ALL + "?user=" + admin.tokens().user()));
        }
    }

    @DatabaseTest
    void whatATeamDidWithItsRowIsToldToTheTeam(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Équipes");
            var inside = people.member(admin, Role.TELECOM);
            var outside = people.member(admin, Role.TELECOM);
            var team = People.read(admin.post("/api/v1/teams", new Team.Request("Nord")), Team.class);
            TeamAudienceTest.setTeams(admin, inside, List.of(team.id()));
            var row = new SampleRows(api(people, admin)).shared("customer");
            TeamAudienceTest.moveTo(db, admin, UUID.fromString(row), team.id());
            api(people, inside)
                    .patch("/api/v1/customers/" + row, "*", "{\"name\": \"Entre nous\"}")
                    .expect(200);
            var asked = ALL + "?row=" + row;
            assertEquals(List.of("change customer", "create customer"), actions(lines(api(people, inside), asked)));
            assertEquals(List.of("create customer"), actions(lines(api(people, outside), asked)));
        }
    }
}
