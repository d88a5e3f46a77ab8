package cadran.desktop.sync;

import cadran.desktop.client.SignedOut;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.StoreException;
import cadran.model.ids.UuidV7;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the local copy and the server equal: one thread that makes rounds, when something was edited, when the server
 * hints at changes, and each minute in case a hint was lost. It waits longer after failures and never gives up.
 */
public final class SyncEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
    private static final Duration SAFETY_PULL = Duration.ofSeconds(60);
    /** Waiting for the user or an update; a new token or a new server may come without them. */
    private static final Duration HOPELESS = Duration.ofMinutes(10);
    /** Something waits and nothing went through for so long: the connection itself may be what is broken. */
    private static final Duration WATCHDOG = Duration.ofSeconds(90);
    /** Until then a server that lost its memory gets confirmed edits again. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Duration PROBE = Duration.ofHours(1);

    private final LocalStore store;
    private final SyncServer server;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final SyncRound round;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private final Alarm alarm = new Alarm();
    private final Thread thread;
    private final HintListener hints;
    private final HistoryFollower history;
    private volatile SyncStatus status;
    private Instant wentThrough;
    private int failures;
    private Instant nextProbe;
    private volatile @Nullable Loaded loaded;

    public SyncEngine(LocalStore store, SyncServer server, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.server = server;
        this.clock = clock;
        this.random = random;
        round = new SyncRound(store, server, new UuidV7(clock, random), clock, this::loaded);
        nextProbe = clock.instant();
        status = look(SyncPhase.SYNCING, null);
        wentThrough = clock.instant();
        thread = Thread.ofPlatform().name("sync").unstarted(this::loop);
        history = new HistoryFollower(store, server);
        hints = new HintListener(server, random, head -> {
            if (head > store.cache().state().cursor()) {
                alarm.ring();
            }
        });
        store.outbox().onSaved(alarm::ring);
    }

    public void start() {
        thread.start();
        hints.start();
        history.start();
    }

    /** Now rather than later: the user asks, signed in again, or the computer woke up. */
    public void syncNow() {
        hints.retry();
        alarm.ring();
    }

    public SyncStatus status() {
        return status;
    }

    /** Told on the engine's thread, and at once with what holds now. */
    public void onStatus(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        listener.accept(status);
    }

    private void loop() {
        while (!alarm.isOff()) {
            if (status.phase() != SyncPhase.SYNCED || status.pending() > 0 || anythingToSend()) {
                tell(look(SyncPhase.SYNCING, status.problem()));
            }
            alarm.await(stepOrReport());
        }
    }

    private boolean anythingToSend() {
        return !store.outbox().unanswered(1).isEmpty();
    }

    /** A bug goes where all bugs go, and must not end the thread that saves people's work. */
    private Duration stepOrReport() {
        try {
            return step();
        } catch (RuntimeException bug) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
            failures++;
            return Backoff.SYNC.after(failures, random);
        }
    }

    /** One round, and how long to wait after it; for who has a thread and a clock of their own. */
    public Duration step() {
        try {
            if (store.cache().isDamaged()) {
                LOG.error("the local copy is damaged and is taken from the server again");
                store.beginAnew();
            }
            round.run();
            history.follow();
            loaded = null;
            failures = 0;
            wentThrough = clock.instant();
            probeIfDue();
            store.outbox()
                    .answers()
                    .forget(clock.instant(), KEPT, store.cache().state().cursor());
            tell(look(SyncPhase.SYNCED, null));
            return SAFETY_PULL;
        } catch (SignedOut e) {
            tell(look(SyncPhase.SIGNED_OUT, null));
            return HOPELESS;
        } catch (ProblemException e) {
            LOG.warn("the server refuses to sync: {}", e.problem());
            tell(look(phase(e.problem()), e.problem()));
            return HOPELESS;
        } catch (StoreException e) {
            return afterStoreFailure(e);
        } catch (IOException e) {
            return afterFailure(e);
        }
    }

    private static SyncPhase phase(Problem problem) {
        return switch (problem.code()) {
            case "sync.schema" -> SyncPhase.TOO_OLD;
            case "sync.server_too_old" -> SyncPhase.SERVER_TOO_OLD;
            default -> SyncPhase.REFUSED;
        };
    }

    private void probeIfDue() throws IOException {
        if (!clock.instant().isBefore(nextProbe) && round.probe()) {
            nextProbe = clock.instant().plus(PROBE);
        }
    }

    private void loaded(Loaded now) {
        loaded = now;
        tell(look(SyncPhase.SYNCING, null));
    }

    private Duration afterStoreFailure(StoreException e) {
        LOG.error("the local copy can't be used", e);
        failures++;
        // What went wrong may have left it different from what the server has.
        nextProbe = clock.instant();
        if (e.isDiskFull()) {
            tell(new SyncStatus(
                    SyncPhase.DISK_FULL, status.syncedAt(), status.pending(), status.attention(), null, null));
        } else if (!store.cache().isDamaged() && !e.isClosed()) {
            throw e;
        }
        return Backoff.SYNC.after(failures, random);
    }

    private Duration afterFailure(IOException e) {
        failures++;
        LOG.info("the server can't be reached ({} in a row): {}", failures, e.toString());
        if (Duration.between(wentThrough, clock.instant()).compareTo(WATCHDOG) > 0) {
            server.reconnect();
            wentThrough = clock.instant();
        }
        tell(look(Network.isUp() ? SyncPhase.UNREACHABLE : SyncPhase.OFFLINE, null));
        return Backoff.SYNC.after(failures, random);
    }

    private SyncStatus look(SyncPhase phase, @Nullable Problem problem) {
        var state = store.cache().state();
        var answers = store.outbox().answers();
        return new SyncStatus(
                phase, state.syncedAt(), answers.pending(state.cursor()), answers.attentionCount(), loaded, problem);
    }

    private void tell(SyncStatus now) {
        status = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    /** Ends after the round that runs; what was not sent is sent when the profile is open again. */
    @Override
    public void close() {
        alarm.turnOff();
        hints.close();
        server.reconnect();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        history.close();
    }
}
