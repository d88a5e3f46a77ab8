package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.Customer;
import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.organisations.Role;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.Verdict;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Pushes from many threads, which find each other in one transaction. */
class PushGroupsTest {
    private static Push.Asked ask(SyncWorld world, Intent intent) {
        var user = new UserId(IDS.next());
        var operation = new Operation(IDS.next(), 1, null, Instant.EPOCH, 0, 0, intent);
        var incoming = new IncomingOperation(operation.id(), 1, intent.entity(), operation, null);
        var question = new Push.Question(new DeviceId(IDS.next()), new FeedPosition(null, 0, null), List.of(incoming));
        return new Push.Asked(world.caller(user, Role.TELECOM), user, question);
    }

    /**
     * All of them have come before the database lets the first one in. Those that came before it looked around are in its
     * group, the others wait.
     */
    private static List<Future<Push.Answer>> together(SyncWorld world, List<Push.Asked> pushes) throws Exception {
        var feed = new Feed(world.clock, IDS);
        var push = new Push(world.sync.apply(), feed, new OperationLog(world.clock));
        var entered = new CountDownLatch(pushes.size());
        var groups = new PushGroups(world.database, push, () -> new Counted(Signal.ofThreads(), entered));
        var answers = new ArrayList<Future<Push.Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.database.inOrganisation(world.organisation, tx -> {
                feed.lock(tx);
                pushes.forEach(asked -> answers.add(threads.submit(() -> groups.push(world.organisation, asked))));
                return awaited(entered);
            });
        }
        return answers;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private record Counted(Signal signal, CountDownLatch waiting) implements Signal {
        @Override
        public void await() {
            waiting.countDown();
            signal.await();
        }

        @Override
        public void give() {
            signal.give();
        }
    }

    private static List<Push.Asked> customers(SyncWorld world, int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> ask(world, customer(IDS.next(), "C" + i)))
                .toList();
    }

    @DatabaseTest
    void thoseThatWaitAreWrittenInOneTransaction(Database db) throws Exception {
        var world = new SyncWorld(db);
        for (var answer : together(world, customers(world, 20))) {
            assertEquals(Verdict.APPLIED, answer.get().results().getFirst().verdict());
        }
        assertEquals(20, world.count(Customer.TYPE));
        assertTrue(world.batches() <= 2, world.batchSizes().toString());
    }

    @DatabaseTest
    void aGroupIsBounded(Database db) throws Exception {
        var world = new SyncWorld(db);
        for (var answer : together(world, customers(world, 1 + 64 + 1))) {
            assertEquals(1, answer.get().results().size());
        }
        var sizes = world.batchSizes();
        assertEquals(66, sizes.stream().mapToLong(Long::longValue).sum());
        assertTrue(sizes.stream().allMatch(size -> size <= 64), sizes.toString());
        assertTrue(sizes.size() <= 3, sizes.toString());
    }

    @DatabaseTest
    void whoBreaksTheGroupFailsAlone(Database db) throws Exception {
        var world = new SyncWorld(db);
        var pushes = new ArrayList<>(customers(world, 6));
        pushes.add(3, ask(world, new Intent.Delete("teapot", IDS.next())));
        var answers = together(world, pushes);
        var broken = answers.remove(3);
        assertThrows(ExecutionException.class, broken::get);
        for (var answer : answers) {
            assertEquals(Verdict.APPLIED, answer.get().results().getFirst().verdict());
        }
        assertEquals(6, world.count(Customer.TYPE));
    }

    @DatabaseTest
    void whatIsSentTwiceAtOnceIsDoneOnceAndAnsweredAlike(Database db) throws Exception {
        var world = new SyncWorld(db);
        var pushes = customers(world, 3);
        var answers = together(world, List.of(pushes.get(0), pushes.get(1), pushes.get(2), pushes.get(1)));
        assertEquals(answers.get(1).get().results(), answers.get(3).get().results());
        assertEquals(3, world.count(Customer.TYPE));
    }
}
