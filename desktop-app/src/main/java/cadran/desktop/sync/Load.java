package cadran.desktop.sync;

import cadran.desktop.client.Unreachable;
import cadran.desktop.store.CacheLoad;
import cadran.desktop.store.ChangedRows;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.StoreException;
import cadran.desktop.store.SyncState;
import cadran.model.Schema;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Takes everything from the server: the first time, and when what is here belongs to a history or a view that the server
 * does not have any more. It fills a copy of its own beside the one in use, so the old rows are shown until the new ones
 * are all there, and people go on working; pending edits are in the outbox and come back on top. What broke off goes on
 * where it was.
 */
final class Load {
    /** Of each table, when there was nothing to show before: enough to scroll through while the rest comes. */
    private static final int PREVIEW = 2_000;

    private final LocalStore store;
    private final SyncServer server;
    private final Settling settling;
    private final Consumer<Loaded> progress;

    Load(LocalStore store, SyncServer server, Settling settling, Consumer<Loaded> progress) {
        this.store = store;
        this.server = server;
        this.settling = settling;
        this.progress = progress;
    }

    /** @param between what may not wait for the end: edits that go out */
    void run(Between between) throws IOException {
        var load = store.nextCache();
        try (load) {
            begin(load);
            takeParts(load, between);
            load.index();
            store.adopt(load, catchUp(load));
        } catch (ProblemException | StoreException e) {
            load.discard();
            throw e;
        }
        var everything = new ChangedRows();
        Schema.TYPES.forEach(everything::addAll);
        settling.publish(everything);
    }

    interface Between {
        /** @param opening what the load's rows are of, and edits of them */
        void run(SyncState opening) throws IOException;
    }

    private void begin(CacheLoad load) throws IOException {
        if (load.progress() == null) {
            var page = new PulledPage();
            server.opening(page);
            load.begin(settling.state(page.head()), page.next(), page.total());
        }
    }

    private void takeParts(CacheLoad load, Between between) throws IOException {
        boolean preview = store.cache().state().syncedAt() == null;
        var shown = new HashMap<EntityType<?>, Integer>();
        var now = Objects.requireNonNull(load.progress());
        progress.accept(new Loaded(now.rows(), now.total()));
        try (var ahead = new Ahead(server, now.opening(), store.medium().helper("load"))) {
            for (var place = now.next(); place != null; place = now.next()) {
                var page = ahead.take(place);
                var feed = Objects.requireNonNull(now.opening().feed());
                if (!page.head().feed().equals(feed)
                        || page.head().to() < now.opening().cursor()) {
                    throw new Unreachable("a part of another load");
                }
                var rows = rows(page);
                if (preview) {
                    preview(rows, shown);
                }
                load.add(rows, page.next(), page.head().hash());
                now = Objects.requireNonNull(load.progress());
                progress.accept(new Loaded(now.rows(), now.total()));
                between.run(now.opening());
            }
        }
    }

    private void preview(List<Row> rows, Map<EntityType<?>, Integer> shown) {
        var some = rows.stream()
                .filter(row -> shown.merge(row.type(), 1, Integer::sum) <= PREVIEW)
                .toList();
        if (!some.isEmpty()) {
            settling.preview(some);
        }
    }

    private static List<Row> rows(PulledPage page) {
        var rows = new ArrayList<Row>(page.rows().size());
        page.rows().values().forEach(row -> rows.add(Objects.requireNonNull(row)));
        return rows;
    }

    /** What changed since the opening, into the new copy. Returns where that gets to. */
    private long catchUp(CacheLoad load) throws IOException {
        var state = Objects.requireNonNull(load.progress()).opening();
        boolean more = true;
        while (more) {
            var page = new PulledPage();
            var outbox = store.outbox();
            server.pull(state, outbox.device(), outbox.answers().answeredThrough(), page);
            more = page.head().more();
            var next = settling.state(page.head());
            load.write(cache -> settling.fresh(cache, page, next));
            state = next;
        }
        return state.cursor();
    }
}
