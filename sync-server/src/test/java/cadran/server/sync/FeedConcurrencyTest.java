package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static cadran.server.sync.SyncWorld.delete;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.Customer;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Many at once: threads and transactions as they come, without any choreography. */
class FeedConcurrencyTest {
    private static final int WRITERS = 8;
    private static final int PUSHES = 25;

    private static String code(UUID id) {
        return id.toString().substring(19);
    }

    private static <T> List<T> all(List<Future<T>> futures) throws Exception {
        var done = new ArrayList<T>();
        for (var future : futures) done.add(future.get());
        return done;
    }

    private static <T> List<Future<T>> submit(ExecutorService threads, int times, Callable<T> work) {
        var futures = new ArrayList<Future<T>>();
        for (int i = 0; i < times; i++) futures.add(threads.submit(work));
        return futures;
    }

    @DatabaseTest
    void eightWritersAndTwoPullersMissNoRow(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db, 5));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new AtomicBoolean(true);
            var made = ConcurrentHashMap.<UUID>newKeySet();
            var pullers = submit(threads, 2, () -> {
                var client = server.client();
                while (writing.get()) client.pull();
                return client.pull().rows;
            });
            all(submit(threads, WRITERS, () -> {
                var client = server.client();
                for (int i = 0; i < PUSHES; i++) {
                    var id = IDS.next();
                    var other = IDS.next();
                    client.push(List.of(
                            client.operation(0, 0, customer(id, code(id))),
                            client.operation(0, 0, customer(other, code(other)))));
                    made.addAll(List.of(id, other));
                }
                return client;
            }));
            writing.set(false);
            for (Map<UUID, Row> rows : all(pullers)) {
                assertEquals(made.size(), rows.size());
                assertTrue(rows.keySet().containsAll(made));
            }
            assertEquals(2 * WRITERS * PUSHES, server.world.head().seq());
        }
    }

    @DatabaseTest
    void editsOfOneRowAreCountedOneByOne(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db).furnished());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all(submit(threads, WRITERS, () -> {
                var client = server.client();
                for (int i = 0; i < PUSHES; i++) {
                    client.run(0, SyncWorld.patch("customer", server.world.customer, "name", "x", "" + IDS.next()));
                }
                return client;
            }));
            var row = Objects.requireNonNull(server.world.find("customer", server.world.customer));
            assertEquals(1 + WRITERS * PUSHES, row.version());
        }
    }

    @DatabaseTest
    void oneOfManyGetsAUniqueValueAndTheOthersLearnWho(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                var code = "A" + round;
                var start = new CyclicBarrier(WRITERS);
                var results = all(submit(threads, WRITERS, () -> {
                    var client = server.client();
                    start.await();
                    return client.run(0, customer(IDS.next(), code));
                }));
                assertEquals(
                        1,
                        results.stream()
                                .filter(result -> result.verdict() == Verdict.APPLIED)
                                .count());
                for (var result : results) {
                    var problem = result.problem();
                    if (problem != null)
                        assertEquals("Client " + code, problem.args().get("label"));
                }
            }
            assertEquals(10, server.world.count(Customer.TYPE));
        }
    }

    @DatabaseTest
    void nothingIsLeftReferringToWhatWasDeletedAtTheSameTime(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 40; round++) {
                var customer = IDS.next();
                var group = IDS.next();
                server.client().run(0, customer(customer, "C" + round));
                var values = Map.<String, @Nullable Object>of(
                        "customerId", customer, "code", "G", "label", "Groupe", "active", true);
                var start = new CyclicBarrier(2);
                var deleting = threads.submit(() -> {
                    start.await();
                    return server.client().run(1, delete("customer", customer));
                });
                start.await();
                var making = server.client().run(0, SyncWorld.create("customer_group", group, values));
                boolean deleted = deleting.get().verdict() == Verdict.APPLIED;
                assertTrue(deleted ^ making.verdict() == Verdict.APPLIED, deleting.get() + " " + making);
                if (deleted) assertNull(server.world.find("customer_group", group));
            }
        }
    }

    @DatabaseTest
    void theSamePushSentTwiceAtOnceIsDoneOnce(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = server.client();
            for (int round = 0; round < 10; round++) {
                var operations = List.of(client.operation(0, 0, customer(IDS.next(), "A" + round)));
                var start = new CyclicBarrier(3);
                var answers = all(submit(threads, 3, () -> {
                    start.await();
                    return client.results(operations);
                }));
                assertEquals(1, answers.stream().distinct().count());
            }
            assertEquals(10, server.world.count(Customer.TYPE));
        }
    }
}
