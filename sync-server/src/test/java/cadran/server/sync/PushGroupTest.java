package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static cadran.server.sync.SyncWorld.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.Customer;
import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.organisations.Role;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import cadran.server.db.Database;
import cadran.server.http.HttpProblem;
import cadran.server.testing.DatabaseTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Several devices in one transaction. */
class PushGroupTest {
    private static final FeedPosition NOWHERE = new FeedPosition(null, 0, null);

    private SyncWorld world(Database db) {
        return new SyncWorld(db).furnished();
    }

    /** A desktop, as far as a push knows it. */
    private static final class Device {
        private final SyncWorld world;
        private final Role role;
        private UserId user = new UserId(IDS.next());
        private DeviceId id = new DeviceId(IDS.next());
        private FeedPosition known = NOWHERE;
        private long number;

        private Device(SyncWorld world, Role role) {
            this.world = world;
            this.role = role;
        }

        private Push.Asked asks(Intent... intents) {
            return asks(Arrays.stream(intents)
                    .map(intent -> operation(0, 0, intent))
                    .toList());
        }

        private Push.Asked asks(List<Operation> operations) {
            var incoming = operations.stream()
                    .map(one -> new IncomingOperation(
                            one.id(), one.number(), one.intent().entity(), one, null))
                    .toList();
            return new Push.Asked(world.caller(user, role), user, new Push.Question(id, known, incoming));
        }

        private Operation operation(long base, long after, Intent intent) {
            return new Operation(IDS.next(), ++number, null, Instant.EPOCH, base, after, intent);
        }

        private long lastNumber() {
            var last = world.database
                    .inOrganisation(world.organisation, tx -> new DeviceNumbers().lock(tx, List.of(id)))
                    .get(id);
            return last == null ? 0 : last.number();
        }
    }

    private static Push push(SyncWorld world) {
        return new Push(world.sync.apply(), new Feed(world.clock, IDS), new OperationLog(world.clock));
    }

    private static List<Push.Reply> run(SyncWorld world, Push.Asked... group) {
        return world.database.inOrganisation(
                world.organisation, tx -> push(world).run(tx, List.of(group)));
    }

    private static OperationResult only(Push.Reply reply) {
        return reply.answer().results().getFirst();
    }

    private static String code(OperationResult result) {
        return Objects.requireNonNull(result.problem()).code();
    }

    private static String refused(Push.Reply reply) {
        return String.valueOf(
                assertInstanceOf(Push.Refused.class, reply).problem().getMessage());
    }

    @DatabaseTest
    void whoeverIsRefusedIsRefusedAlone(Database db) {
        var world = world(db);
        var good = new Device(world, Role.TELECOM);
        var viewer = new Device(world, Role.VIEWER);
        var gap = new Device(world, Role.TELECOM);
        gap.number = 5;
        var stolen = new Device(world, Role.TELECOM);
        run(world, stolen.asks(customer(IDS.next(), "OWN")));
        stolen.user = new UserId(IDS.next());
        var forked = new Device(world, Role.TELECOM);
        forked.known = new FeedPosition(IDS.next(), 1, "0".repeat(64));
        var otherPast = new Device(world, Role.TELECOM);
        otherPast.known = new FeedPosition(world.head().feed(), world.head().seq(), "0".repeat(64));
        var samePast = new Device(world, Role.TELECOM);
        samePast.known = new FeedPosition(
                world.head().feed(), world.head().seq(), world.head().hash());
        var late = new Device(world, Role.TELECOM);
        long before = world.batches();

        var replies = run(
                world,
                gap.asks(customer(IDS.next(), "GAP")),
                good.asks(customer(IDS.next(), "A")),
                viewer.asks(customer(IDS.next(), "V")),
                stolen.asks(customer(IDS.next(), "STOLEN")),
                forked.asks(customer(IDS.next(), "FORKED")),
                otherPast.asks(customer(IDS.next(), "PAST")),
                samePast.asks(customer(IDS.next(), "B")),
                late.asks(customer(IDS.next(), "A"), customer(IDS.next(), "C")));

        assertEquals("sync.gap", refused(replies.get(0)));
        assertEquals(Verdict.APPLIED, only(replies.get(1)).verdict());
        assertEquals("right.missing", code(only(replies.get(2))));
        assertEquals("sync.device_not_yours", refused(replies.get(3)));
        assertEquals("sync.forked", refused(replies.get(4)));
        assertEquals("sync.forked", refused(replies.get(5)));
        assertThrows(HttpProblem.class, () -> replies.get(5).answer());
        assertEquals(Verdict.APPLIED, only(replies.get(6)).verdict());
        assertEquals("row.duplicate", code(only(replies.get(7))));
        assertEquals(
                Verdict.APPLIED, replies.get(7).answer().results().getLast().verdict());
        // C1 and OWN were there before.
        assertEquals(5, world.count(Customer.TYPE));
        assertEquals(
                List.of(0L, 1L, 1L, 2L),
                List.of(forked.lastNumber(), good.lastNumber(), viewer.lastNumber(), late.lastNumber()));
        assertEquals(before + 1, world.batches(), "one transaction is one batch");
        assertTrue(world.audit.verify(db, world.organisation).isEmpty());
    }

    @DatabaseTest
    void eachDeviceIsAnsweredAlikeWhenItAsksAgain(Database db) {
        var world = world(db);
        var one = new Device(world, Role.TELECOM);
        var other = new Device(world, Role.TELECOM);
        var ones = one.asks(customer(IDS.next(), "A"), customer(IDS.next(), "B"));
        var others = other.asks(customer(IDS.next(), "B"));
        var first = run(world, ones, others);
        var again = run(world, others, ones);
        assertEquals(first.get(0).answer().results(), again.get(1).answer().results());
        assertEquals(first.get(1).answer().results(), again.get(0).answer().results());
        assertEquals(3, world.count(Customer.TYPE));
    }

    @DatabaseTest
    void oneSeesWhatTheOneBeforeItDid(Database db) {
        var world = world(db);
        var first = new Device(world, Role.TELECOM);
        var second = new Device(world, Role.TELECOM);
        var id = world.customer;
        var replies = run(
                world,
                first.asks(List.of(
                        first.operation(1, 0, patch("customer", id, "name", "Client 1", "a")),
                        first.operation(1, 1, new Intent.Delete("customer", IDS.next())))),
                second.asks(List.of(
                        second.operation(1, 0, patch("customer", id, "name", "Client 1", "b")),
                        second.operation(1, 1, new Intent.Delete("customer", id)))));
        assertEquals(Verdict.APPLIED, only(replies.get(0)).verdict());
        assertEquals(2, only(replies.get(0)).version());
        assertEquals(3, only(replies.get(1)).version());
        // Its own edit was not the last that it had seen: the other one's lay below it.
        assertEquals(
                "row.changed_before_delete",
                code(replies.get(1).answer().results().getLast()));
        assertEquals("b", Objects.requireNonNull(world.find("customer", id)).text("name"));
    }

    @DatabaseTest
    void everybodySeesTheirOwnRowsOnly(Database db) {
        var world = world(db);
        var mine = new Device(world, Role.TELECOM);
        var other = new Device(world, Role.TELECOM);
        var id = IDS.next();
        var row = world.row("customer", id, "MINE", "Client 1", null, null, null, null, null, true);
        world.insert(new Row(row.type(), id, 0, mine.user.value(), row.values()));
        var replies = run(
                world,
                other.asks(patch("customer", id, "name", "Client 1", "theirs")),
                mine.asks(patch("customer", id, "name", "Client 1", "mine")));
        assertEquals("row.deleted", code(only(replies.get(0))));
        assertEquals(Verdict.APPLIED, only(replies.get(1)).verdict());
    }

    @DatabaseTest
    void theAuditTellsWhoDidWhat(Database db) {
        var world = world(db);
        var one = new Device(world, Role.TELECOM);
        var other = new Device(world, Role.TELECOM);
        var ids = List.of(IDS.next(), IDS.next());
        run(world, one.asks(customer(ids.get(0), "A")), other.asks(customer(ids.get(1), "B")));
        assertEquals(List.of(one.id.value(), other.id.value()), List.of(by(world, ids.get(0)), by(world, ids.get(1))));
    }

    private static UUID by(SyncWorld world, UUID row) {
        return world.database.inOrganisation(
                world.organisation,
                tx -> tx.handle()
                        .createQuery("select device_id from audit_entry where org_id = :org and entity_id = :row")
                        .bind("org", tx.organisation().value())
                        .bind("row", row.toString())
                        .mapTo(UUID.class)
                        .one());
    }

    @DatabaseTest
    void ofAGroupThatWasCutOffNothingStays(Database db) {
        var world = world(db);
        var one = new Device(world, Role.TELECOM);
        var other = new Device(world, Role.TELECOM);
        var group = List.of(
                one.asks(customer(IDS.next(), "A"), customer(IDS.next(), "B")), other.asks(customer(IDS.next(), "C")));
        var head = world.head();
        assertThrows(
                UnsupportedOperationException.class,
                () -> db.inOrganisation(world.organisation, tx -> {
                    assertNotNull(push(world).run(tx, group));
                    throw new UnsupportedOperationException("the power goes");
                }));
        assertEquals(head, world.head());
        assertEquals(0, one.lastNumber());
        var replies = run(world, group.get(0), group.get(1));
        assertEquals(2, replies.get(0).answer().lastNumber());
        assertEquals(Verdict.APPLIED, only(replies.get(1)).verdict());
        assertEquals(4, world.count(Customer.TYPE));
    }
}
