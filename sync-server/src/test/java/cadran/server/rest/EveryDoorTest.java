package cadran.server.rest;

import static cadran.server.rest.SampleRows.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.Schema;
import cadran.model.catalog.MemberName;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.MergeClass;
import cadran.model.views.SavedView;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Each table through each door, by a single request, by many in one and by a desktop's push: they keep out alike. */
class EveryDoorTest {
    private static Api api(SignedIn who) {
        return new Api(who.http(), who.tokens().accessToken(), who.tokens().organisation());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode creations(JsonNode... values) {
        var whole = object();
        var items = whole.putArray("items");
        List.of(values).forEach(each -> items.add(object().put("do", "create").set("values", each)));
        return whole;
    }

    private static String problem(JsonNode problem) {
        var field = problem.path("field").asString("");
        return problem.get("code").stringValue() + (field.isEmpty() ? "" : "." + field);
    }

    private static String ofFirst(Api.Answer bulk) {
        return problem(bulk.expect(200).json().at("/results/0/problem"));
    }

    @DatabaseTest
    void anIdOfAnotherOrganisationIsUnknownInEveryReference(Database db) {
        try (var people = new People(db)) {
            var them = people.organisation("Autres");
            var theirs = new SampleRows(api(them));
            var admin = people.organisation("Nous");
            var api = api(admin);
            var ours = new SampleRows(api);
            var desktop = new Desktop(admin);
            for (EntityType<?> type : SampleRows.written()) {
                for (Field field : type.fields()) {
                    if (field.kind() != FieldKind.REFERENCE) continue;
                    var foreign = MemberName.TYPE.name().equals(field.references())
                            ? them.tokens().user().toString()
                            : theirs.shared(String.valueOf(field.references()));
                    var body = ours.body(type).put(field.name(), foreign);
                    var expected = "reference.unknown." + field.name();
                    var what = type + "." + field.name();
                    assertEquals(expected, problem(api.post(path(type), body).json()), what);
                    assertEquals(expected, ofFirst(api.post(path(type) + "/bulk", creations(body))), what);
                    assertEquals(expected, desktop.create(type, body), what);
                    if (field.merge() == MergeClass.IDENTITY) continue;
                    var row = ours.create(type);
                    var pair = JsonNodeFactory.instance
                            .arrayNode()
                            .add(row.json().get(field.name()))
                            .add(foreign);
                    assertEquals(
                            expected,
                            desktop.push(
                                    type,
                                    UUID.fromString(row.id()),
                                    "patch",
                                    "changes",
                                    object().set(field.name(), pair)),
                            what);
                }
            }
            for (var audience :
                    List.of(them.tokens().organisation(), them.tokens().user(), UUID.randomUUID())) {
                var view = ours.body(SavedView.TYPE).put("seenBy", audience.toString());
                assertEquals("audience.unknown.seenBy", desktop.create(SavedView.TYPE, view));
                assertEquals("audience.unknown.seenBy", ofFirst(api.post("/api/v1/saved-views/bulk", creations(view))));
            }
        }
    }

    @DatabaseTest
    void eachRoleWritesWhatItMayAndNothingElse(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Rôles");
            var samples = new SampleRows(api(admin));
            var who = new EnumMap<Role, SignedIn>(Role.class);
            for (Role role : Role.values()) {
                if (role != Role.OPERATOR) who.put(role, people.member(admin, role));
            }
            who.forEach((role, member) -> {
                var desktop = new Desktop(member);
                for (EntityType<?> type : Schema.TYPES) {
                    boolean may = role.permissions().contains(type.writePermission());
                    var what = role + " " + type;
                    if (type.isReport()) {
                        assertEquals("right.missing", desktop.create(type, object().put("name", "Moi")), what);
                        continue;
                    }
                    boolean isView = type == SavedView.TYPE;
                    var seenBy = member.tokens().user().toString();
                    var pushed = samples.body(type);
                    var posted = samples.body(type);
                    if (isView) pushed.put("seenBy", seenBy);
                    if (isView) posted.put("seenBy", seenBy);
                    if (!may) {
                        assertEquals("right.missing", desktop.create(type, pushed), what);
                        api(member).post(path(type), posted).expect(403, "right.missing");
                        api(member)
                                .post(path(type) + "/bulk", creations(posted))
                                .expect(403, "right.missing");
                    } else {
                        assertFalse(desktop.create(type, pushed).startsWith("right."), what);
                        assertEquals(
                                1,
                                api(member)
                                        .post(path(type) + "/bulk", creations(posted))
                                        .expect(200)
                                        .json()
                                        .get("done")
                                        .intValue(),
                                what);
                    }
                }
            });
            var reader = Objects.requireNonNull(who.get(Role.VIEWER));
            var forAll = samples.body(SavedView.TYPE);
            var elsewhere = people.signIn(reader.email(), null, People.device());
            assertEquals("right.missing", new Desktop(elsewhere).create(SavedView.TYPE, forAll));
            assertEquals("right.missing", ofFirst(api(reader).post("/api/v1/saved-views/bulk", creations(forAll))));
        }
    }

    @DatabaseTest
    void whatOnlyTheServerSaysNobodyWritesThroughAnyDoor(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Serveur");
            var api = api(admin);
            var samples = new SampleRows(api);
            var desktop = new Desktop(admin);
            var reported = Map.<EntityType<?>, Map<String, String>>of(
                    Did.TYPE, Map.of("carrierStatus", "ACTIF"),
                    ChangeSetLine.TYPE, Map.of("outcome", "DONE", "refusal", "row.deleted"));
            reported.forEach((type, fields) -> fields.forEach((field, value) -> {
                var body = samples.body(type).put(field, value);
                assertEquals("right.missing", desktop.create(type, body));
                assertEquals("right.missing", ofFirst(api.post(path(type) + "/bulk", creations(body))));
                api.post(path(type), body).expect(403, "right.missing");
                var row = samples.create(type);
                api.patch(
                                path(type) + "/" + row.id(),
                                "*",
                                object().put(field, value).toString())
                        .expect(403, "right.missing");
            }));
            var set = UUID.fromString(samples.create(ChangeSet.TYPE).id());
            for (String state : List.of("APPLYING", "DONE")) {
                var move = object().put("entity", "change_set")
                        .put("row", set.toString())
                        .put("do", "move")
                        .put("field", "state")
                        .put("to", state);
                move.putObject("changes");
                var told = desktop.push(move);
                assertTrue(
                        List.of("right.missing", "state.move_not_allowed.state").contains(told), told);
            }
        }
    }

    /** Not in lists, not in what desktops take, not in anybody's history, also when it is gone. */
    @DatabaseTest
    void whatIsOnesOwnLeavesNoTraceAtOthers(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Discrets");
            var owner = people.member(admin, Role.TELECOM);
            var other = people.member(admin, Role.TELECOM);
            var mine = "client:\"Secret " + UUID.randomUUID() + "\"";
            var made = api(owner)
                    .post(
                            "/api/v1/saved-views",
                            object().put("name", mine)
                                    .put("ofList", "did")
                                    .put("filterLine", mine)
                                    .put("seenBy", owner.tokens().user().toString()))
                    .expect(201);
            var view = "/api/v1/saved-views/" + made.id();
            for (int round = 0; round < 2; round++) {
                for (String door : List.of(
                        "/api/v1/saved-views",
                        "/api/v1/saved-views?q=Secret",
                        "/api/v1/history",
                        "/api/v1/history?entity=saved_view",
                        "/api/v1/history?row=" + made.id(),
                        "/api/v1/sync/changes?cursor=0",
                        "/api/v1/sync/history?cursor=0",
                        "/api/v1/sync/bucket?entity=saved_view&bucket=0")) {
                    var told = other.get(door).body();
                    assertFalse(told.contains("Secret") || told.contains(made.id()), door + " " + told);
                }
                var again = object().put("id", made.id())
                        .put("name", "x")
                        .put("ofList", "did")
                        .put("seenBy", other.tokens().user().toString());
                if (round == 0) {
                    assertEquals("row.exists", ofFirst(api(other).post("/api/v1/saved-views/bulk", creations(again))));
                    assertEquals(
                            "row.deleted",
                            new Desktop(other)
                                    .push(
                                            SavedView.TYPE,
                                            UUID.fromString(made.id()),
                                            "patch",
                                            "changes",
                                            object().set(
                                                            "name",
                                                            JsonNodeFactory.instance
                                                                    .arrayNode()
                                                                    .add(mine)
                                                                    .add("Pris"))));
                    assertEquals(mine, api(owner).get(view).expect(200).text("name"));
                    assertTrue(owner.get("/api/v1/history").body().contains("Secret"), "its owner sees their own");
                    api(owner).delete(view, "*").expect(204);
                }
            }
        }
    }

    @DatabaseTest
    void whoWasPutOutIsKeptOutWithWhatTheyPrepared(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Partis");
            var gone = people.member(admin, Role.TELECOM);
            var body = new SampleRows(api(gone)).body(cadran.model.catalog.Customer.TYPE);
            var key = new String[] {"Idempotency-Key", "before"};
            api(gone).post("/api/v1/customers/bulk", creations(body), key).expect(200);
            assertEquals(
                    204,
                    admin.delete("/api/v1/users/" + gone.tokens().user() + "/sessions/"
                                    + gone.tokens().session())
                            .statusCode());
            api(gone).post("/api/v1/customers/bulk", creations(body), key).expect(401);
            var push = gone.post("/api/v1/sync/operations", object());
            assertEquals(401, push.statusCode(), push.body());
        }
    }

    /** Who, from what, to what: for every table, and by whichever door. */
    @DatabaseTest
    void everyWriteOfEveryTableStandsInTheHistory(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Récits");
            var samples = new SampleRows(api(admin));
            var desktop = new Desktop(admin);
            for (EntityType<?> type : SampleRows.written()) {
                var row = samples.create(type);
                var field = SampleRows.descriptive(type).name();
                var pair = JsonNodeFactory.instance
                        .arrayNode()
                        .add(row.json().get(field))
                        .add("Après");
                assertEquals(
                        "",
                        desktop.push(type, UUID.fromString(row.id()), "patch", "changes", object().set(field, pair)));
                api(admin).delete(path(type) + "/" + row.id(), "*").expect(204);
                var lines = Json.MAPPER
                        .readTree(admin.get("/api/v1/history?entity=" + type.name() + "&limit=3")
                                .body())
                        .get("items");
                var actions = lines.valueStream()
                        .map(line -> line.get("action").stringValue())
                        .toList();
                assertEquals(List.of("delete", "change", "create"), actions, type.name());
                lines.forEach(line -> assertEquals(
                        admin.tokens().user().toString(), line.get("user").asString("")));
                var change = lines.get(1).get("changes").get(0);
                assertEquals(field, change.get("field").stringValue());
                assertEquals(row.json().get(field), change.get("before"));
                assertEquals("Après", change.get("after").stringValue());
            }
        }
    }
}
