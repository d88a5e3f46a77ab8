package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static cadran.server.sync.SyncWorld.delete;
import static cadran.server.sync.SyncWorld.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

class ApplyTest {
    private static Problem problem(Outcome outcome) {
        return assertNotNullProblem(outcome.result().problem());
    }

    private static Problem assertNotNullProblem(@org.jspecify.annotations.Nullable Problem problem) {
        assertNotNull(problem);
        return problem;
    }

    private static Row row(@org.jspecify.annotations.Nullable Row row) {
        assertNotNull(row);
        return row;
    }

    private static List<Verdict> verdicts(List<Outcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.result().verdict()).toList();
    }

    @DatabaseTest
    void aRowIsMadeChangedAndDeletedAndMadeAgain(Database db) {
        var world = new SyncWorld(db);
        var author = world.telecom();
        var id = IDS.next();
        assertEquals(1, world.run(author, customer(id, "A")).getFirst().result().version());
        var patched = world.runSeen(author, 1, patch("customer", id, "name", "Client A", "Autre"));
        assertEquals(Verdict.APPLIED, patched.result().verdict());
        assertEquals("Autre", row(world.find("customer", id)).text("name"));
        assertEquals(2, row(world.find("customer", id)).version());
        assertEquals(
                Verdict.APPLIED,
                world.runSeen(author, 2, delete("customer", id)).result().verdict());
        assertNull(world.find("customer", id));
        // The version goes on after that of the deleted row, so nobody takes the new one for the old.
        assertEquals(4, world.run(author, customer(id, "A")).getFirst().result().version());
        assertEquals(4, world.head().seq());
    }

    @DatabaseTest
    void everyKindOfValueComesBackAsItWent(Database db) {
        var world = new SyncWorld(db).furnished();
        var id = IDS.next();
        world.run(world.number(id, "+33123456789"));
        var author = world.telecom();
        var changes = SyncWorld.changes(
                "monthlyCost",
                null,
                new java.math.BigDecimal("1.5"),
                "activatedOn",
                null,
                java.time.LocalDate.of(2026, 3, 1),
                "customerId",
                null,
                world.customer,
                "notes",
                null,
                "é漢😀\n\"x\"");
        var after = world.runSeen(author, 1, new Intent.Patch("did", id, changes));
        assertEquals(Verdict.APPLIED, after.result().verdict());
        assertEquals(after.row(), world.find("did", id));
        assertEquals(
                new java.math.BigDecimal("1.50"), row(world.find("did", id)).get("monthlyCost"));
    }

    @DatabaseTest
    void withoutTheRightNothingIsDone(Database db) {
        var world = new SyncWorld(db);
        var outcome =
                world.run(world.author(Role.VIEWER), customer(IDS.next(), "A")).getFirst();
        assertEquals("right.missing", problem(outcome).code());
        assertEquals(0, world.count(cadran.model.catalog.Customer.TYPE));
    }

    /** Not even an administrator: who is a member is changed elsewhere. */
    @DatabaseTest
    void whatIsTheServersOwnNobodyElseWrites(Database db) {
        var world = new SyncWorld(db).furnished();
        var name = SyncWorld.create("member", IDS.next(), Map.of("name", "Claire Durand", "active", true));
        var refused = world.run(world.author(Role.ADMIN), name).getFirst();
        assertEquals("right.missing", problem(refused).code());
        assertEquals("MEMBERS_REPORT", problem(refused).args().get("right"));
        var server = Author.server(world.organisation);
        assertEquals(
                Verdict.APPLIED, world.run(server, name).getFirst().result().verdict());
        var number = IDS.next();
        world.run(world.number(number, "+33123456789"));
        var given = world.runSeen(world.telecom(), 1, patch("did", number, "assignedUserId", null, name.rowId()));
        assertEquals(Verdict.APPLIED, given.result().verdict());
        var unknown =
                world.runSeen(world.telecom(), 2, patch("did", number, "assignedUserId", name.rowId(), IDS.next()));
        assertEquals("reference.unknown", problem(unknown).code());
    }

    @DatabaseTest
    void aTerminatedNumberComesBackOnlyByTheRightToRestore(Database db) {
        var world = new SyncWorld(db).furnished();
        var id = IDS.next();
        world.run(world.number(id, "+33123456789"));
        var terminate = new Intent.Move("did", id, "status", "TERMINATED", Map.of());
        var restore = new Intent.Move("did", id, "status", "AVAILABLE", Map.of());
        assertEquals(Verdict.APPLIED, world.run(terminate).getFirst().result().verdict());
        assertEquals("right.missing", problem(world.run(restore).getFirst()).code());
        var restorer = world.author(Set.of(Permission.INVENTORY_WRITE, Permission.NUMBER_RESTORE));
        assertEquals(
                Verdict.APPLIED,
                world.run(restorer, restore).getFirst().result().verdict());
    }

    @DatabaseTest
    void aValueThatIsTakenIsRefusedAndSaysByWhom(Database db) {
        var world = new SyncWorld(db);
        var first = IDS.next();
        var outcomes = world.run(customer(first, "A"), customer(IDS.next(), " A "), customer(IDS.next(), "B"));
        assertEquals(List.of(Verdict.APPLIED, Verdict.REFUSED, Verdict.APPLIED), verdicts(outcomes));
        var later = world.run(customer(IDS.next(), "A")).getFirst();
        for (Outcome outcome : List.of(outcomes.get(1), later)) {
            assertEquals("row.duplicate", problem(outcome).code());
            assertEquals("code", problem(outcome).field());
            assertEquals(
                    Map.of("id", first.toString(), "label", "Client A"),
                    problem(outcome).args());
        }
    }

    @DatabaseTest
    void aNumberIsUniqueAmongLiveOnesOnly(Database db) {
        var world = new SyncWorld(db).furnished();
        var first = IDS.next();
        var second = IDS.next();
        var terminate = new Intent.Move("did", first, "status", "TERMINATED", Map.of());
        var outcomes = world.run(
                world.number(first, "+33123456789"),
                world.number(IDS.next(), "+33123456789"),
                terminate,
                world.number(second, "+33123456789"));
        assertEquals(List.of(Verdict.APPLIED, Verdict.REFUSED, Verdict.APPLIED, Verdict.APPLIED), verdicts(outcomes));
        var restorer = world.author(Set.of(Permission.INVENTORY_WRITE, Permission.NUMBER_RESTORE));
        var restored = world.run(restorer, new Intent.Move("did", first, "status", "AVAILABLE", Map.of()));
        assertEquals("row.duplicate", problem(restored.getFirst()).code());
        assertEquals(second.toString(), problem(restored.getFirst()).args().get("id"));
    }

    @DatabaseTest
    void valuesChangeHandsWithinOneBatch(Database db) {
        var world = new SyncWorld(db);
        var a = IDS.next();
        var b = IDS.next();
        var c = IDS.next();
        world.run(customer(a, "A"), customer(b, "B"));
        var outcomes = world.run(
                patch("customer", a, "code", "A", "tmp"),
                patch("customer", b, "code", "B", "A"),
                patch("customer", a, "code", "tmp", "B"),
                patch("customer", b, "code", "A", "other"),
                customer(c, "A"));
        assertEquals(
                List.of(Verdict.APPLIED), verdicts(outcomes).stream().distinct().toList());
        assertEquals("B", row(world.find("customer", a)).text("code"));
        assertEquals("other", row(world.find("customer", b)).text("code"));
        assertEquals("A", row(world.find("customer", c)).text("code"));
    }

    @DatabaseTest
    void whatIsReferredToMustBeThere(Database db) {
        var world = new SyncWorld(db).furnished();
        var elsewhere = new SyncWorld(db).furnished();
        for (UUID unknown : List.of(IDS.next(), elsewhere.customer)) {
            var group = Map.<String, @org.jspecify.annotations.Nullable Object>of(
                    "customerId", unknown, "code", "G", "label", "Groupe", "active", true);
            var outcome = world.run(SyncWorld.create("customer_group", IDS.next(), group))
                    .getFirst();
            assertEquals("reference.unknown", problem(outcome).code());
            assertEquals("customerId", problem(outcome).field());
        }
    }

    @DatabaseTest
    void aRowOfAnotherOrganisationIsAsIfItWereNot(Database db) {
        var world = new SyncWorld(db).furnished();
        var elsewhere = new SyncWorld(db).furnished();
        var outcomes = world.run(
                patch("customer", elsewhere.customer, "name", "Client 1", "Volé"),
                delete("customer", elsewhere.customer));
        assertEquals(List.of(Verdict.REFUSED, Verdict.NOTHING_TO_DO), verdicts(outcomes));
        assertEquals("row.deleted", problem(outcomes.getFirst()).code());
        assertEquals(
                "Client 1", row(elsewhere.find("customer", elsewhere.customer)).text("name"));
    }

    @DatabaseTest
    void aBatchMayMakeWhatItRefersToAndTakeItAwayAgain(Database db) {
        var world = new SyncWorld(db).furnished();
        var author = world.telecom();
        var customer = IDS.next();
        var group = IDS.next();
        var values = Map.<String, @org.jspecify.annotations.Nullable Object>of(
                "customerId", customer, "code", "G", "label", "Groupe", "active", true);
        var made = world.run(author, SyncWorld.create("customer_group", group, values), customer(customer, "N"));
        assertEquals(List.of(Verdict.REFUSED, Verdict.APPLIED), verdicts(made));
        assertEquals(
                Verdict.APPLIED,
                world.run(SyncWorld.create("customer_group", group, values))
                        .getFirst()
                        .result()
                        .verdict());
        var operations = List.of(
                world.sync.apply().operation(delete("customer", customer), 1),
                world.sync.apply().operation(delete("customer_group", group), 1),
                world.sync.apply().operation(delete("customer", customer), 1));
        var outcomes = world.sync.run(world.organisation, author, operations);
        assertEquals(List.of(Verdict.REFUSED, Verdict.APPLIED, Verdict.APPLIED), verdicts(outcomes));
        assertEquals(
                Map.of("by", "customer_group", "count", "1"),
                problem(outcomes.getFirst()).args());
        assertNull(world.find("customer", customer));
    }

    @DatabaseTest
    void oneConflictDoesNotHoldUpTheOthersOfItsGroup(Database db) {
        var world = new SyncWorld(db).furnished();
        var ids = IntStream.range(0, 500).mapToObj(i -> IDS.next()).toList();
        world.run(IntStream.range(0, 500)
                .mapToObj(i -> world.number(ids.get(i), "+33123450%03d".formatted(i)))
                .toArray(Intent[]::new));
        var other = IDS.next();
        world.run(customer(other, "Z"), patch("did", ids.get(77), "customerId", null, other));
        var outcomes = world.run(ids.stream()
                .map(id -> patch("did", id, "customerId", null, world.customer))
                .toArray(Intent[]::new));
        for (int i = 0; i < 500; i++) {
            var result = outcomes.get(i).result();
            assertEquals(i == 77 ? Verdict.CONFLICT : Verdict.APPLIED, result.verdict());
        }
        assertEquals(Map.of("customerId", other), outcomes.get(77).result().theirs());
        assertEquals(other, row(world.find("did", ids.get(77))).reference("customerId"));
    }

    @DatabaseTest
    void whatCannotBeStoredIsRefusedAlone(Database db) {
        var world = new SyncWorld(db);
        var id = IDS.next();
        var outcomes = world.run(
                customer(id, "A"),
                patch("customer", id, "name", "Client A", "a\0b"),
                patch("customer", id, "name", "Client A", "a\ud800b"),
                patch("customer", id, "nom", "Client A", "b"),
                new Intent.Move("customer", id, "name", "x", Map.of()),
                patch("customer", id, "name", "Client A", "x".repeat(201)));
        assertEquals(
                List.of("field.bad_text", "field.bad_text", "field.unknown", "field.not_a_state", "field.too_long"),
                outcomes.stream()
                        .skip(1)
                        .map(outcome -> problem(outcome).code())
                        .toList());
    }

    @DatabaseTest
    void aStateThatDoesNotExistIsRefused(Database db) {
        var world = new SyncWorld(db).furnished();
        var id = IDS.next();
        world.run(world.number(id, "+33123456789"));
        var outcome = world.run(new Intent.Move("did", id, "status", "\u0000\ud800?", Map.of()))
                .getFirst();
        assertEquals("field.unknown_code", problem(outcome).code());
        assertEquals("\ufffd\ufffd?", problem(outcome).args().get("value"));
    }

    @DatabaseTest
    void everyChangeIsInTheAuditLogAndItsChainHolds(Database db) {
        var world = new SyncWorld(db);
        var id = IDS.next();
        world.run(customer(id, "A"), customer(IDS.next(), "A"), patch("customer", id, "name", "Client A", "B"));
        var told = db.inOrganisation(
                world.organisation,
                tx -> tx.handle()
                        .createQuery("select action, details from audit_entry where org_id = :org order by seq")
                        .bind("org", world.organisation.value())
                        .map((result, context) -> result.getString(1) + " " + result.getString(2))
                        .list());
        assertEquals(2, told.size());
        assertEquals("change {\"name\":[\"Client A\",\"B\"]}", told.get(1));
        assertEquals(Optional.empty(), world.audit.verify(db, world.organisation));
    }
}
