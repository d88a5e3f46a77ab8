package cadran.server.jobs;

import cadran.server.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is due. Each node has one; the lease keeps two of them from the same job. A node that stands still for
 * longer than its lease (a paused machine) may find that another took over: what it reports then is ignored.
 */
public final class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final String RECURRING = "recurring";
    private static final int MOST_ATTEMPTS = 12;
    private static final int AT_ONCE = 8;
    private static final int LONGEST_ERROR = 500;

    private final JobStore store = new JobStore();
    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Worker> workers;
    private final Set<Job> running = ConcurrentHashMap.newKeySet();
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("jobs").daemon().factory());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public JobRunner(Database database, InstantSource clock, RandomGenerator random, List<Worker> workers) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.workers = workers.stream().collect(Collectors.toUnmodifiableMap(Worker::kind, Function.identity()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // both catch and log what goes wrong themselves
    public void start() {
        scheduleRecurring();
        bringForward();
        poller.scheduleWithFixedDelay(this::poll, 0, 1, TimeUnit.SECONDS);
        poller.scheduleWithFixedDelay(this::extendLeases, 30, 30, TimeUnit.SECONDS);
    }

    void scheduleRecurring() {
        Instant now = clock.instant();
        workers.values().stream()
                .filter(worker -> worker.every() != null)
                .forEach(worker -> database.inPlatform(handle -> {
                    store.enqueue(handle, worker.kind(), RECURRING, "", now, now);
                    return worker;
                }));
    }

    /** Runs all that is due on this thread; returns how many. */
    int runDue() {
        int count = 0;
        for (var job = claim(); job.isPresent(); job = claim()) {
            execute(job.get());
            count++;
        }
        return count;
    }

    private void poll() {
        try {
            while (slots.tryAcquire()) {
                var job = claim();
                if (job.isEmpty()) {
                    slots.release();
                    return;
                }
                threads.execute(() -> {
                    try {
                        execute(job.get());
                    } finally {
                        slots.release();
                    }
                });
            }
        } catch (RuntimeException failure) {
            log.error("Jobs can't be read; trying again", failure);
        }
    }

    private Optional<Job> claim() {
        if (workers.isEmpty()) return Optional.empty();
        Instant now = clock.instant();
        return database.inPlatform(handle -> store.claim(handle, workers.keySet(), now, now.plus(LEASE)));
    }

    private void execute(Job job) {
        running.add(job);
        try {
            var worker = Objects.requireNonNull(workers.get(job.kind()));
            boolean reported;
            try {
                worker.work().accept(job);
                reported = succeeded(worker, job);
            } catch (RuntimeException failure) {
                reported = failed(worker, job, failure);
            }
            if (!reported) log.warn("Job {} {} was taken over by another node", job.kind(), job.key());
        } catch (RuntimeException failure) {
            log.error("The end of job {} {} can't be written; its lease runs out", job.kind(), job.key(), failure);
        } finally {
            running.remove(job);
        }
    }

    private boolean succeeded(Worker worker, Job job) {
        var every = worker.every();
        return database.inPlatform(handle -> every == null
                ? store.finish(handle, job)
                : store.again(handle, job, clock.instant().plus(every)));
    }

    private boolean failed(Worker worker, Job job, RuntimeException failure) {
        var text = failure.toString();
        var error = text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
        boolean dead = worker.every() == null && job.attempts() >= MOST_ATTEMPTS;
        log.error(
                "Job {} {} failed, attempt {}{}",
                job.kind(),
                job.key(),
                job.attempts(),
                dead ? ", the last" : "",
                failure);
        Instant now = clock.instant();
        return database.inPlatform(handle -> dead
                ? store.bury(handle, job, now, error)
                : store.retry(handle, job, now.plus(pause(job.attempts())), error));
    }

    /** Doubles each time, and is spread over half of itself so that what failed together doesn't return together. */
    private Duration pause(int attempts) {
        long full = Math.min(SHORTEST_PAUSE.toMillis() << Math.min(attempts - 1, 20), LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /** What is due in years was put off by a clock that has been put right since. */
    void bringForward() {
        Instant now = clock.instant();
        database.inPlatform(handle -> store.release(handle, now.plus(LONGEST_PAUSE)));
        workers.values().forEach(worker -> {
            var every = worker.every();
            if (every == null) return;
            var longest = every.compareTo(LONGEST_PAUSE) > 0 ? every : LONGEST_PAUSE;
            database.inPlatform(handle -> store.bringForward(handle, worker.kind(), RECURRING, now, now.plus(longest)));
        });
    }

    private void extendLeases() {
        try {
            bringForward();
            Instant until = clock.instant().plus(LEASE);
            running.forEach(job -> database.inPlatform(handle -> store.extend(handle, job, until)));
        } catch (RuntimeException failure) {
            log.error("Leases can't be extended; trying again", failure);
        }
    }

    /** Takes nothing new and waits for what runs. */
    public void stop(Duration patience) {
        poller.shutdown();
        try {
            boolean ended = poller.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) poller.shutdownNow();
            threads.shutdown();
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) threads.shutdownNow();
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
