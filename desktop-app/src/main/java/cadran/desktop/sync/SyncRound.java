package cadran.desktop.sync;

import cadran.desktop.client.Unreachable;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.QueuedOperation;
import cadran.desktop.store.SyncState;
import cadran.model.Schema;
import cadran.model.ids.UuidV7;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Verdict;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once there and back: everything that waits goes out, everything new comes in. What goes wrong in a known way is
 * repaired on the spot; the rest is the caller's to wait out. Returns with nothing left to do.
 */
final class SyncRound {
    private static final Logger LOG = LoggerFactory.getLogger(SyncRound.class);
    /** As many as the server takes at once. */
    private static final int BATCH = 1_000;
    /** A repair that does not help the third time never will; a later round tries again. */
    private static final int REPAIRS = 3;

    private final LocalStore store;
    private final SyncServer server;
    private final UuidV7 ids;
    private final Settling settling;
    private final Probing probing;
    private final Consumer<Loaded> progress;
    private int batch = BATCH;

    SyncRound(LocalStore store, SyncServer server, UuidV7 ids, InstantSource clock, Consumer<Loaded> progress) {
        this.progress = progress;
        this.store = store;
        this.server = server;
        this.ids = ids;
        settling = new Settling(store, clock);
        probing = new Probing(store, server, settling);
    }

    /** Whether there was something to compare. */
    boolean probe() throws IOException {
        return probing.run();
    }

    /** Throws the server's problem when it can't be repaired here. */
    void run() throws IOException {
        if (store.cache().state().schema() < Schema.NUMBER
                && store.cache().state().feed() != null) {
            LOG.info("the local copy was filled by an older version and is filled again");
            forgetFeed(store.cache().state().cursor());
        }
        for (int repairs = 0; ; repairs++) {
            try {
                pushAll(() -> store.cache().state());
                pullAll();
                return;
            } catch (ProblemException e) {
                if (repairs == REPAIRS || !repair(e.problem())) {
                    throw e;
                }
            }
        }
    }

    private boolean repair(Problem problem) {
        return switch (problem.code()) {
            case "sync.forked" -> {
                LOG.warn("the server's history forked: sending again what it may lack");
                // In one turn, or an edit in between would go out with a version of the old history as the one it saw.
                store.inTurn(() -> {
                    store.outbox().startAgain(ids.next());
                    // Numbers of the new history say nothing about the old cursor: everything of ours counts as unseen.
                    forgetFeed(SyncState.LOST_HISTORY);
                    return true;
                });
                yield true;
            }
            case "sync.gap", "sync.device_not_yours" -> {
                LOG.warn("the server does not know this device's operations: {}", problem);
                store.outbox().startAgain(ids.next());
                yield true;
            }
            case "sync.cursor_expired" -> {
                forgetFeed(store.cache().state().cursor());
                yield true;
            }
            default -> false;
        };
    }

    /** @param cursor up to which answers have been seen coming back */
    private void forgetFeed(long cursor) {
        store.inTurn(() -> {
            var known = store.cache().state();
            store.cache().write(cache -> cache.state(new SyncState(null, cursor, "", Schema.NUMBER, known.syncedAt())));
            return true;
        });
    }

    /** @param known of the server's history, which must still be the one that it has */
    private void pushAll(Supplier<SyncState> known) throws IOException {
        for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            try {
                push(waiting, known.get());
            } catch (ProblemException e) {
                if (e.problem().code().startsWith("sync.")) {
                    throw e;
                }
                isolate(waiting, e.problem());
            }
        }
        batch = BATCH;
    }

    private List<QueuedOperation> waiting() {
        return store.outbox().unanswered(batch);
    }

    private void push(List<QueuedOperation> waiting, SyncState known) throws IOException {
        var operations = waiting.stream().map(QueuedOperation::operation).toList();
        var answer = server.push(new PushBatch(store.outbox().device(), known, operations));
        settling.answers(answer.results());
        var answered = new HashSet<Object>();
        answer.results().forEach(result -> answered.add(result.operation()));
        if (!operations.stream().allMatch(operation -> answered.contains(operation.id()))) {
            // Another copy of this profile has used these numbers.
            throw Problem.of("sync.gap").asException();
        }
    }

    /** The server refuses a whole batch: one of its operations must not hold up the others. */
    private void isolate(List<QueuedOperation> waiting, Problem problem) {
        if (waiting.size() > 1) {
            batch = waiting.size() / 2;
            return;
        }
        var operation = waiting.getFirst().operation();
        LOG.error("the server can't take operation {}: {}", operation.id(), problem);
        settling.answers(List.of(new OperationResult(
                operation.number(),
                operation.id(),
                operation.intent().entity(),
                Verdict.REFUSED,
                0,
                0,
                problem,
                Map.of())));
        // Its number never reached the server, so the ones behind it need others.
        store.outbox().startAgain(ids.next());
        batch = BATCH;
    }

    private void pullAll() throws IOException {
        boolean more = true;
        while (more) {
            var state = store.cache().state();
            if (state.feed() == null) {
                new Load(store, server, settling, progress).run(opening -> pushAll(() -> opening));
            } else {
                more = pull(state);
            }
        }
    }

    private boolean pull(SyncState state) throws IOException {
        var page = new PulledPage();
        var outbox = store.outbox();
        server.pull(state, outbox.device(), outbox.answers().answeredThrough(), page);
        var head = page.head();
        if (!head.feed().equals(state.feed())) {
            throw Problem.of("sync.forked").asException();
        }
        if (head.more() && head.to() <= state.cursor()) {
            throw new Unreachable("a page that does not move on");
        }
        settling.page(state, page, head);
        return head.more();
    }
}
