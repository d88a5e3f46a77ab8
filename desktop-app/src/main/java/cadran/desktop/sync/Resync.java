package cadran.desktop.sync;

import cadran.desktop.store.ChangedRows;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.SyncState;
import cadran.model.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Takes everything from the server again, when what is here belongs to a history that it does not have any more. One
 * transaction from emptying the tables to the last page, so the old rows are shown until the new ones are all there;
 * edits wait meanwhile. Pending edits are in the outbox and come back on top.
 */
final class Resync {
    private final LocalStore store;
    private final SyncServer server;
    private final Settling settling;

    Resync(LocalStore store, SyncServer server, Settling settling) {
        this.store = store;
        this.server = server;
        this.settling = settling;
    }

    void run() throws IOException {
        try {
            store.inTurn(() -> {
                store.cache().write(cache -> {
                    for (var type : Schema.TYPES) {
                        cache.clear(type);
                    }
                    var state = new SyncState(null, 0, "", 0, null);
                    boolean more = true;
                    while (more) {
                        var page = new PulledPage();
                        more = fetch(state, page);
                        settling.anewPage(cache, page);
                        state = head(page);
                    }
                    settling.anewEnd(cache, state);
                });
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        var everything = new ChangedRows();
        Schema.TYPES.forEach(everything::addAll);
        settling.publish(everything);
    }

    private boolean fetch(SyncState state, PulledPage page) {
        try {
            var outbox = store.outbox();
            server.pull(state, outbox.device(), outbox.answers().answeredThrough(), page);
            return page.head().more();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SyncState head(PulledPage page) {
        try {
            return settling.state(page.head());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
