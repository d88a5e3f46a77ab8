package cadran.desktop.sync;

import cadran.desktop.store.LocalStore;
import cadran.model.sync.EntityType;
import cadran.model.sync.RowSums;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what the local copy comes to with what the server's tables do, and takes again what differs. It never should;
 * that is why somebody has to look.
 */
final class Probing {
    private static final Logger LOG = LoggerFactory.getLogger(Probing.class);

    private final LocalStore store;
    private final SyncServer server;
    private final Settling settling;

    Probing(LocalStore store, SyncServer server, Settling settling) {
        this.store = store;
        this.server = server;
        this.settling = settling;
    }

    /** Whether both stood at the same place and show the same things, so that there was something to compare. */
    boolean run() throws IOException {
        var state = store.cache().state();
        var probe = server.probe();
        boolean isOfSame = probe.feed().equals(state.feed()) && probe.hash().equals(state.hash());
        if (!isOfSame || probe.at() != state.cursor()) {
            return false;
        }
        for (var entry : probe.sums().entrySet()) {
            var ours = store.sums(entry.getKey());
            for (int bucket : entry.getValue().differing(ours)) {
                repair(entry.getKey(), bucket);
            }
        }
        return true;
    }

    private void repair(EntityType<?> type, int bucket) throws IOException {
        LOG.error("bucket {} of {} differs from the server's and is read again", bucket, type.name());
        var page = new PulledPage();
        server.bucket(type, bucket, page);
        settling.bucket(type, id -> RowSums.bucket(id) == bucket, page.rows());
    }
}
