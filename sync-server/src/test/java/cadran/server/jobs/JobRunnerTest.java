package cadran.server.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

class JobRunnerTest {
    private final SettableClock clock = new SettableClock();
    private final JobStore store = new JobStore();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    private JobRunner runner(Database db, Worker... workers) {
        return new JobRunner(db, clock, RandomGenerator.of("L64X128MixRandom"), List.of(workers));
    }

    private void enqueue(Database db, String kind, String key, Duration later) {
        db.inPlatform(handle -> {
            store.enqueue(
                    handle, kind, key, "{}", clock.instant(), clock.instant().plus(later));
            return key;
        });
    }

    private static String state(Database db, String kind) {
        return db.inPlatform(handle -> handle.createQuery("select state from job where kind = :kind")
                .bind("kind", kind)
                .mapTo(String.class)
                .findOne()
                .orElse("gone"));
    }

    @DatabaseTest
    void aJobRunsOnceWhenItIsDue(Database db) {
        var runner = runner(db, Worker.of("due", job -> done.add(job.key())));
        enqueue(db, "due", "a", Duration.ofMinutes(5));
        enqueue(db, "due", "a", Duration.ZERO);
        assertEquals(0, runner.runDue());
        clock.advance(Duration.ofMinutes(5));
        assertEquals(1, runner.runDue());
        assertEquals(0, runner.runDue());
        assertEquals(List.of("a"), done);
        assertEquals("gone", state(db, "due"));
    }

    @DatabaseTest
    void recurringWorkComesBackAfterItsPeriod(Database db) {
        var kind = "recurring";
        var runner = runner(db, Worker.recurring(kind, Duration.ofHours(1), () -> done.add(kind)));
        runner.scheduleRecurring();
        runner.scheduleRecurring();
        assertEquals(1, runner.runDue());
        clock.advance(Duration.ofMinutes(59));
        assertEquals(0, runner.runDue());
        clock.advance(Duration.ofMinutes(1));
        assertEquals(1, runner.runDue());
    }

    @DatabaseTest
    void workThatAWrongClockPutOffForYearsIsDoneWhenTheClockIsRight(Database db) {
        var kind = "put off";
        var runner = runner(db, Worker.recurring(kind, Duration.ofDays(1), () -> done.add(kind)));
        runner.scheduleRecurring();
        clock.advance(Duration.ofDays(2_000));
        assertEquals(1, runner.runDue());
        clock.advance(Duration.ofDays(-2_000));
        runner.bringForward();
        assertEquals(1, runner.runDue());
        runner.bringForward();
        assertEquals(0, runner.runDue(), "it waits for its day like any other");
        clock.advance(Duration.ofDays(1));
        assertEquals(1, runner.runDue());
    }

    @DatabaseTest
    void whoWasKilledUnderAWrongClockKeepsNoJobFromOthers(Database db) {
        var runner = runner(db, Worker.of("held", job -> done.add(job.key())));
        clock.advance(Duration.ofDays(2_000));
        enqueue(db, "held", "a", Duration.ofDays(-2_000));
        db.inPlatform(handle -> store.claim(
                handle, List.of("held"), clock.instant(), clock.instant().plus(Duration.ofMinutes(2))));
        clock.advance(Duration.ofDays(-2_000));
        assertEquals(0, runner.runDue());
        runner.bringForward();
        assertEquals(1, runner.runDue());
    }

    @DatabaseTest
    void aFailureIsTriedAgainLaterAndLaterAndIsDeadInTheEnd(Database db) {
        var attempts = new AtomicInteger();
        var runner = runner(db, Worker.of("failing", job -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("on purpose");
        }));
        enqueue(db, "failing", "a", Duration.ZERO);
        assertEquals(1, runner.runDue());
        assertEquals(0, runner.runDue());
        clock.advance(Duration.ofMillis(499));
        assertEquals(0, runner.runDue());
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofHours(1));
            runner.runDue();
        }
        assertEquals(12, attempts.get());
        assertEquals("DEAD", state(db, "failing"));
        var error = db.inPlatform(handle -> handle.createQuery("select last_error from job where kind = 'failing'")
                .mapTo(String.class)
                .one());
        assertTrue(error.contains("on purpose"));
    }

    @DatabaseTest
    void whoDiedInTheMiddleIsFollowedWhenTheLeaseRanOut(Database db) {
        enqueue(db, "abandoned", "a", Duration.ZERO);
        var abandoned = db.inPlatform(handle -> store.claim(
                        handle,
                        Set.of("abandoned"),
                        clock.instant(),
                        clock.instant().plusSeconds(120)))
                .orElseThrow();
        var runner = runner(db, Worker.of("abandoned", job -> done.add("run " + job.attempts())));
        assertEquals(0, runner.runDue());
        clock.advance(Duration.ofSeconds(121));
        assertEquals(1, runner.runDue());
        assertEquals(List.of("run 2"), done);
        boolean ended = db.inPlatform(handle -> store.finish(handle, abandoned));
        assertFalse(ended);
    }

    @DatabaseTest
    void twoRunnersNeverRunTheSameJobAtOnce(Database db) {
        var inside = ConcurrentHashMap.<String>newKeySet();
        var overlaps = new AtomicInteger();
        var worker = Worker.of("shared", job -> {
            if (!inside.add(job.key())) overlaps.incrementAndGet();
            done.add(job.key());
            inside.remove(job.key());
        });
        for (int i = 0; i < 60; i++) enqueue(db, "shared", "job" + i, Duration.ZERO);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                var runner = runner(db, worker);
                threads.execute(runner::runDue);
            }
        }
        assertEquals(60, done.size());
        assertEquals(60, Set.copyOf(done).size());
        assertEquals(0, overlaps.get());
    }

    @DatabaseTest
    void aStopWaitsForWhatRuns(Database db) throws InterruptedException {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var runner = runner(db, Worker.of("slow", job -> {
            entered.countDown();
            await(released);
            done.add(job.key());
        }));
        enqueue(db, "slow", "a", Duration.ZERO);
        runner.start();
        assertTrue(entered.await(10, TimeUnit.SECONDS));
        var stop = Thread.ofVirtual().start(() -> runner.stop(Duration.ofSeconds(10)));
        released.countDown();
        stop.join();
        assertEquals(List.of("a"), done);
        assertEquals("gone", state(db, "slow"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
