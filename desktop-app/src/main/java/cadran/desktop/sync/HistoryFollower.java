package cadran.desktop.sync;

import cadran.desktop.client.Unreachable;
import cadran.desktop.store.HistoryState;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.StoreException;
import cadran.model.audit.HistoryLine;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.PullHead;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the newest part of the history after a pull brought something, on a thread of its own: rows and edits never wait for
 * it. What fails is tried again after the next pull, because nobody's work hangs on it.
 */
final class HistoryFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryFollower.class);
    private static final Duration UNTIL_RUNG = Duration.ofDays(1);
    /** The server's history is another one now, or what may be seen of it. */
    private static final Set<String> ANEW = Set.of("sync.forked", "sync.cursor_expired");

    private final LocalStore store;
    private final SyncServer server;
    private final Alarm alarm = new Alarm();
    private final Thread thread = Thread.ofPlatform().name("history").daemon().unstarted(this::loop);
    /** Of the rows, when the history was last read to its end. */
    private volatile long followed = -1;

    HistoryFollower(LocalStore store, SyncServer server) {
        this.store = store;
        this.server = server;
    }

    void start() {
        thread.start();
    }

    /** A pull came to its end. */
    void follow() {
        alarm.ring();
    }

    private void loop() {
        alarm.await(UNTIL_RUNG);
        while (!alarm.isOff()) {
            try {
                run();
            } catch (IOException | ProblemException | StoreException later) {
                LOG.info("the history can't be followed: {}", later.toString());
            } catch (RuntimeException bug) {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
            }
            alarm.await(UNTIL_RUNG);
        }
    }

    /** Everything there is, unless nothing can have come since the last time; for who has a thread of their own. */
    void run() throws IOException {
        long rows = store.cache().state().cursor();
        var state = store.history().state();
        while (!alarm.isOff() && (rows != followed || state.cursor() == 0)) {
            var page = new Page();
            try {
                server.history(state, page);
                boolean added = store.history().add(state, page.lines, page.end(state));
                if (added && !page.more()) {
                    followed = rows;
                    return;
                }
            } catch (ProblemException e) {
                if (state.cursor() == 0 || !ANEW.contains(e.problem().code())) {
                    throw e;
                }
                store.history().forget();
            }
            state = store.history().state();
        }
    }

    /** Ends after the page that is on its way. */
    @Override
    public void close() {
        alarm.turnOff();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Page implements ChangesSink {
        private final List<HistoryLine> lines = new ArrayList<>();
        private @Nullable PullHead head;
        private @Nullable Instant since;

        HistoryState end(HistoryState from) throws Unreachable {
            if (head == null || since == null || (head.more() && head.to() <= from.cursor())) {
                throw new Unreachable("not a page of the history");
            }
            return new HistoryState(head.to(), head.hash(), since);
        }

        boolean more() {
            return Objects.requireNonNull(head).more();
        }

        @Override
        public void head(PullHead now) {
            head = now;
        }

        @Override
        public void historySince(Instant now) {
            since = now;
        }

        @Override
        public void history(HistoryLine line) {
            lines.add(line);
        }

        @Override
        public void row(Row row) {
            throw new IllegalStateException("a row in the history");
        }

        @Override
        public void gone(EntityType<?> type, UUID id) {
            throw new IllegalStateException("a row in the history");
        }

        @Override
        public void result(OperationResult result) {
            throw new IllegalStateException("an answer in the history");
        }
    }
}
