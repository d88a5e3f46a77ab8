package cadran.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.numbers.Assignment;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.server.changes.DueChanges;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A customer leaves in three days; its numbers work for one campaign. The organisation is in Paris. */
class DueChangesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final class World {
        final SyncWorld world;
        final UUID campaign = SyncWorld.IDS.next();
        final UUID set = SyncWorld.IDS.next();
        final LocalDate day;
        final List<UUID> numbers = new ArrayList<>();
        final List<UUID> lines = new ArrayList<>();
        private final DueChanges due;

        World(Database db, int count) {
            world = new SyncWorld(db).furnished();
            due = new DueChanges(db, world.sync, world.clock);
            day = LocalDate.ofInstant(world.clock.instant(), PARIS).plusDays(3);
            done(SyncWorld.create(
                    "campaign",
                    campaign,
                    Map.of("customerId", world.customer, "code", "A", "name", "Accueil", "active", true)));
            for (int i = 0; i < count; i++) numbers.add(number(i));
        }

        /** The odd ones are held by the customer. */
        private UUID number(int i) {
            var id = SyncWorld.IDS.next();
            done(
                    world.number(id, "+3314400%04d".formatted(i)),
                    new Intent.Move(
                            "did", id, "status", "ASSIGNED", SyncWorld.changes("customerId", null, world.customer)),
                    SyncWorld.patch("did", id, "contractHolder", null, i % 2 == 1 ? "CLIENT 1" : null));
            var values = new HashMap<String, @Nullable Object>();
            values.put("didId", id);
            values.put("campaignId", campaign);
            values.put("startsOn", day.minusDays(10));
            values.put("inbound", true);
            values.put("outbound", true);
            done(
                    SyncWorld.create("assignment", SyncWorld.IDS.next(), values),
                    new Intent.Move("did", id, "status", "IN_USE", Map.of()));
            return id;
        }

        void done(Intent... intents) {
            for (var outcome : world.run(intents)) assertNull(outcome.result().problem());
        }

        Intent prepared() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("kind", "CUSTOMER_LEAVES");
            values.put("customerId", world.customer);
            values.put("takesEffectOn", day);
            values.put("state", "PREPARED");
            values.put("description", "Fin de contrat");
            values.put("restCount", new BigDecimal(numbers.size()));
            values.put("portOutCount", BigDecimal.ZERO);
            return SyncWorld.create("change_set", set, values);
        }

        Intent line(int i) {
            var values = new HashMap<String, @Nullable Object>();
            values.put("changeSetId", set);
            values.put("didId", numbers.get(i));
            values.put("effect", i % 2 == 1 ? "AWAITS_PORT_OUT" : "RESTS");
            values.put("seenHolder", i % 2 == 1 ? "CLIENT 1" : null);
            lines.add(SyncWorld.IDS.next());
            return SyncWorld.create("change_set_line", lines.getLast(), values);
        }

        void prepare() {
            done(prepared());
            for (int i = 0; i < numbers.size(); i++) done(line(i));
        }

        void pass(LocalDate to) {
            var next = to.atStartOfDay(PARIS).toInstant();
            world.clock.advance(Duration.between(world.clock.instant(), next).plusSeconds(1));
            due.run();
        }

        Row did(int i) {
            return Objects.requireNonNull(world.find("did", numbers.get(i)));
        }

        Row assignmentOf(int i) {
            return world.database.inOrganisation(
                    world.organisation,
                    tx -> world.sync
                            .store()
                            .pointingTo(tx, Assignment.TYPE, Assignment.TYPE.field("didId"), numbers.get(i))
                            .getFirst());
        }

        @Nullable
        String outcome(int i) {
            return Objects.requireNonNull(world.find("change_set_line", lines.get(i)))
                    .text("outcome");
        }

        @Nullable
        String state() {
            return Objects.requireNonNull(world.find("change_set", set)).text("state");
        }

        @Nullable
        Problem problem(Intent intent) {
            return world.runSeen(world.telecom(), version(intent), intent)
                    .result()
                    .problem();
        }

        private long version(Intent intent) {
            var row = world.find(intent.entity(), intent.rowId());
            return row == null ? 0 : row.version();
        }
    }

    @DatabaseTest
    void onItsDayNumbersRestOrWaitForTheirPortOutAndNoneIsTerminated(Database db) {
        var it = new World(db, 3);
        it.prepare();
        it.pass(it.day.minusDays(1));
        assertEquals("PREPARED", it.state());
        assertEquals("IN_USE", it.did(0).text("status"));

        it.pass(it.day);
        assertEquals("DONE", it.state());
        assertEquals("AVAILABLE", it.did(0).text("status"));
        assertNull(it.did(0).get("customerId"));
        assertEquals(it.day.plusDays(30), it.did(0).get("restsUntil"));
        assertEquals("ASSIGNED", it.did(1).text("status"));
        assertEquals(it.world.customer, it.did(1).get("customerId"));
        assertEquals(it.day, it.did(1).get("awaitsPortOutSince"));
        for (int i = 0; i < 3; i++) assertEquals("DONE", it.outcome(i));
        assertEquals(it.day.minusDays(1), it.assignmentOf(0).get("endsOn"));

        long batches = it.world.batches();
        it.due.run();
        assertEquals(batches, it.world.batches());
    }

    @DatabaseTest
    void aServerThatWasOffMakesUpForItAsOfTheDay(Database db) {
        var it = new World(db, 1);
        it.prepare();
        it.pass(it.day.plusDays(5));
        assertEquals("DONE", it.state());
        assertEquals(it.day.plusDays(30), it.did(0).get("restsUntil"));
    }

    @DatabaseTest
    void whatChangedSinceIsSaidAndLeftAlone(Database db) {
        var it = new World(db, 4);
        it.prepare();
        it.done(SyncWorld.patch("did", it.numbers.get(0), "contractHolder", null, "Somebody else"));
        it.done(
                new Intent.Move("did", it.numbers.get(1), "status", "ASSIGNED", Map.of()),
                SyncWorld.patch("did", it.numbers.get(2), "notes", null, "no matter"));
        assertNull(it.problem(SyncWorld.delete("assignment", it.assignmentOf(1).id())));
        it.done(new Intent.Move("did", it.numbers.get(1), "status", "TERMINATED", Map.of()));
        it.pass(it.day);
        assertEquals(
                List.of("CHANGED", "NO_LONGER_CONCERNED", "DONE", "DONE"),
                List.of(
                        String.valueOf(it.outcome(0)),
                        String.valueOf(it.outcome(1)),
                        String.valueOf(it.outcome(2)),
                        String.valueOf(it.outcome(3))));
        assertEquals("IN_USE", it.did(0).text("status"));
        assertEquals("TERMINATED", it.did(1).text("status"));
        assertEquals("DONE", it.state());
    }

    @DatabaseTest
    void halfOfItWaitsForTheRest(Database db) {
        var it = new World(db, 2);
        it.done(it.prepared(), it.line(0));
        it.pass(it.day);
        assertEquals("PREPARED", it.state());
        assertEquals("IN_USE", it.did(0).text("status"));
        it.done(it.line(1));
        it.due.run();
        assertEquals("DONE", it.state());
    }

    /** As if its author had been without a network for a while: what its numbers did since is not undone. */
    @DatabaseTest
    void whatArrivesAfterItsDayIsRefusedAndNothingOfItIsDone(Database db) {
        var it = new World(db, 2);
        var set = it.prepared();
        it.pass(it.day);
        assertEquals("change_set.day_not_to_come", code(it.problem(set)));
        assertEquals("reference.unknown", code(it.problem(it.line(0))));

        var half = new World(db, 2);
        half.done(half.prepared(), half.line(0));
        half.pass(half.day.plusDays(1));
        assertEquals("change_set.day_has_begun", code(half.problem(half.line(1))));
        var fewer = SyncWorld.patch("change_set", half.set, "restCount", new BigDecimal(2), BigDecimal.ONE);
        assertEquals("change_set.day_has_begun", code(half.problem(fewer)));
        half.due.run();
        assertEquals("PREPARED", half.state());
        assertEquals("IN_USE", half.did(0).text("status"));
        half.done(new Intent.Move("change_set", half.set, "state", "WITHDRAWN", Map.of()));
    }

    @DatabaseTest
    void aDayIsOneToComeAndNotAbsurdlyFar(Database db) {
        var it = new World(db, 1);
        var today = it.day.minusDays(3);
        var days = Map.of(
                today.minusYears(1),
                "change_set.day_not_to_come",
                today,
                "change_set.day_not_to_come",
                today.plusYears(5).plusDays(1),
                "change_set.day_too_far",
                today.plusYears(100),
                "change_set.day_too_far");
        days.forEach((day, problem) -> {
            var values = new HashMap<String, @Nullable Object>(((Intent.Create) it.prepared()).values());
            values.put("takesEffectOn", day);
            assertEquals(problem, code(it.problem(SyncWorld.create("change_set", it.set, values))));
        });
        var far = new HashMap<String, @Nullable Object>(((Intent.Create) it.prepared()).values());
        far.put("takesEffectOn", today.plusYears(5));
        it.done(SyncWorld.create("change_set", it.set, far));
    }

    /** Some of its lines were refused, and who looks after it says that it is whole without them. */
    @DatabaseTest
    void whatIsSaidToBeWholeWithFewerLinesHappens(Database db) {
        var it = new World(db, 2);
        it.done(it.prepared(), it.line(0));
        it.done(SyncWorld.patch("change_set", it.set, "restCount", new BigDecimal(2), BigDecimal.ONE));
        it.pass(it.day);
        assertEquals("DONE", it.state());
        assertEquals("AVAILABLE", it.did(0).text("status"));
        assertEquals("IN_USE", it.did(1).text("status"));
        var more = SyncWorld.patch("change_set", it.set, "restCount", BigDecimal.ONE, new BigDecimal(3));
        assertEquals("change_set.has_begun", code(it.problem(more)));
    }

    @DatabaseTest
    void aServerThatWasKilledInTheMiddleGoesOn(Database db) {
        var it = new World(db, 2);
        it.prepare();
        // What the first two transactions of a run leave behind.
        it.world.run(
                Author.server(it.world.organisation),
                new Intent.Move("change_set", it.set, "state", "APPLYING", Map.of()),
                SyncWorld.patch("change_set_line", it.lines.getFirst(), "outcome", null, "DONE"));
        it.pass(it.day);
        assertEquals("IN_USE", it.did(0).text("status"), "what is told to be done is not done again");
        assertEquals(it.day, it.did(1).get("awaitsPortOutSince"));
        assertEquals("DONE", it.state());
    }

    @DatabaseTest
    void whatIsWithdrawnOrDeletedDoesNotHappen(Database db) {
        var it = new World(db, 2);
        it.prepare();
        assertNull(it.problem(new Intent.Move("change_set", it.set, "state", "WITHDRAWN", Map.of())));
        it.pass(it.day);
        assertEquals("IN_USE", it.did(0).text("status"));
        for (var line : it.lines) assertNull(it.problem(SyncWorld.delete("change_set_line", line)));
        assertNull(it.problem(SyncWorld.delete("change_set", it.set)));
        it.due.run();
        assertEquals(0, it.world.count(ChangeSet.TYPE) + it.world.count(ChangeSetLine.TYPE));
    }

    @DatabaseTest
    void whatWasWithdrawnIsNotPreparedAgainOnceItsDayHasBegun(Database db) {
        var it = new World(db, 1);
        it.prepare();
        var again = new Intent.Move("change_set", it.set, "state", "PREPARED", Map.of());
        it.done(new Intent.Move("change_set", it.set, "state", "WITHDRAWN", Map.of()));
        it.pass(it.day.minusDays(1));
        it.done(again, new Intent.Move("change_set", it.set, "state", "WITHDRAWN", Map.of()));
        it.pass(it.day);
        assertEquals("change_set.day_has_begun", code(it.problem(again)));
        it.due.run();
        assertEquals("IN_USE", it.did(0).text("status"));
        assertNull(it.assignmentOf(0).get("endsOn"), "what it did since is not taken back");
    }

    @DatabaseTest
    void twoServersAtOnceDoEachNumberOnce(Database db) throws Exception {
        var it = new World(db, 120);
        it.prepare();
        it.world.clock.advance(Duration.ofDays(4));
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var one : both.invokeAll(List.of(Executors.callable(it.due::run), Executors.callable(it.due::run)))) {
                one.get();
            }
        }
        assertEquals("DONE", it.state());
        for (int i = 0; i < 120; i++) {
            assertEquals("DONE", it.outcome(i));
            assertEquals(i % 2 == 1 ? "ASSIGNED" : "AVAILABLE", it.did(i).text("status"));
            assertEquals(it.day.minusDays(1), it.assignmentOf(i).get("endsOn"));
        }
    }

    @DatabaseTest
    void onlyTheServerSaysWhatWasDone(Database db) {
        var it = new World(db, 1);
        it.prepare();
        assertEquals(
                "right.missing",
                code(it.problem(new Intent.Move("change_set", it.set, "state", "APPLYING", Map.of()))));
        assertEquals(
                "right.missing",
                code(it.problem(SyncWorld.patch("change_set_line", it.lines.getFirst(), "outcome", null, "DONE"))));
        it.pass(it.day);
        for (var intent : List.of(
                new Intent.Move("change_set", it.set, "state", "WITHDRAWN", Map.of()),
                SyncWorld.delete("change_set_line", it.lines.getFirst()))) {
            assertEquals("change_set.has_begun", code(it.problem(intent)));
        }
        var late = it.line(0);
        assertEquals("change_set.has_begun", code(it.problem(late)));
        var done = new HashMap<String, @Nullable Object>(((Intent.Create) it.prepared()).values());
        done.put("state", "WITHDRAWN");
        assertEquals(
                "change_set.begins_prepared",
                code(it.problem(SyncWorld.create("change_set", SyncWorld.IDS.next(), done))));
    }

    @DatabaseTest
    void aNumberThatAwaitsItsPortOutTakesNoNewWork(Database db) {
        var it = new World(db, 2);
        it.prepare();
        it.pass(it.day);
        var values = new HashMap<String, @Nullable Object>();
        values.put("didId", it.numbers.get(1));
        values.put("campaignId", it.campaign);
        values.put("startsOn", it.day);
        values.put("inbound", true);
        values.put("outbound", true);
        assertEquals(
                "assignment.number_awaits_port_out",
                code(it.problem(SyncWorld.create("assignment", SyncWorld.IDS.next(), values))));
    }

    @DatabaseTest
    void theHistoryOfEachNumberSaysWhy(Database db) {
        var it = new World(db, 1);
        it.prepare();
        it.pass(it.day);
        var entries = it.world.database.inOrganisation(
                it.world.organisation,
                tx -> tx.handle()
                        .createQuery(
                                "select details from audit_entry where org_id = :org and entity_id = :did order by seq")
                        .bind("org", it.world.organisation.value())
                        .bind("did", it.numbers.getFirst().toString())
                        .mapTo(String.class)
                        .list());
        assertTrue(entries.getLast().contains("Fin de contrat"), entries.getLast());
    }

    private static @Nullable String code(@Nullable Problem problem) {
        return problem == null ? null : problem.code();
    }
}
