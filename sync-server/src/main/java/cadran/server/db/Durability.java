package cadran.server.db;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: many transactions wait, one thread forces the file once for all that waited when it began. A waiter
 * that comes while the file is being forced is served by the next round, because its commit may have missed this one.
 */
final class Durability implements Forcing {
    private final Runnable force;
    private final Thread thread;
    private final Object lock = new Object();
    private List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();
    private boolean closed;

    Durability(Runnable force) {
        this.force = force;
        this.thread = Thread.ofPlatform().name("durability").daemon().start(this::serve);
    }

    @Override
    public void await() {
        var done = new CompletableFuture<@Nullable Void>();
        synchronized (lock) {
            if (closed) throw new IllegalStateException("The database is closed");
            waiting.add(done);
            lock.notifyAll();
        }
        done.join();
    }

    private void serve() {
        for (var round = nextRound(); !round.isEmpty(); round = nextRound()) {
            try {
                force.run();
                round.forEach(waiter -> waiter.complete(null));
            } catch (RuntimeException | Error failure) {
                round.forEach(waiter -> waiter.completeExceptionally(failure));
            }
        }
    }

    /** Waits for waiters; an empty round means closed and everybody served. */
    private List<CompletableFuture<@Nullable Void>> nextRound() {
        synchronized (lock) {
            boolean interrupted = false;
            while (waiting.isEmpty() && !closed) {
                try {
                    lock.wait();
                } catch (InterruptedException ignoredUntilClosed) {
                    interrupted = true;
                }
            }
            if (interrupted) Thread.currentThread().interrupt();
            var round = waiting;
            waiting = new ArrayList<>();
            return round;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
