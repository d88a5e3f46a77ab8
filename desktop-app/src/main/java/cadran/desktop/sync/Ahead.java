package cadran.desktop.sync;

import cadran.desktop.store.SyncState;
import cadran.model.problem.ProblemException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Fetches the next part of a load while the one before is being stored: two processors, two halves of the work. */
final class Ahead implements AutoCloseable {
    private final SyncServer server;
    private final SyncState opening;
    private final ExecutorService fetching;
    private @Nullable String expected;
    private @Nullable Future<PulledPage> next;

    Ahead(SyncServer server, SyncState opening, ExecutorService fetching) {
        this.fetching = fetching;
        this.server = server;
        this.opening = opening;
    }

    PulledPage take(String place) throws IOException {
        var coming = place.equals(expected) ? next : null;
        var page = wait(coming != null ? coming : fetch(place));
        expected = page.next();
        next = expected == null ? null : fetch(expected);
        return page;
    }

    private Future<PulledPage> fetch(String place) {
        return fetching.submit(() -> {
            var page = new PulledPage();
            server.part(opening, place, page);
            return page;
        });
    }

    private static PulledPage wait(Future<PulledPage> coming) throws IOException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case ProblemException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("the load was stopped");
        }
    }

    /** What is being fetched comes to its end by itself; nobody waits for it. */
    @Override
    public void close() {
        fetching.shutdown();
    }
}
