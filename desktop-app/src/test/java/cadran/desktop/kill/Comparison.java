package cadran.desktop.kill;

import cadran.desktop.store.LocalStore;
import cadran.desktop.store.RowId;
import cadran.desktop.sync.SyncEngine;
import cadran.desktop.sync.SyncPhase;
import cadran.desktop.sync.SyncServer;
import cadran.model.Schema;
import cadran.model.catalog.Carrier;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.sync.RowSums;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.PullHead;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;

/** Once nothing waits any more: every table against the server's, and the edited rows value by value. */
final class Comparison implements ChangesSink {
    private final LocalStore store;
    private final SyncEngine engine;
    private final SyncServer server;
    private final PrintStream out;
    private final Map<RowId, Row> theirs = new HashMap<>();

    Comparison(LocalStore store, SyncEngine engine, SyncServer server, PrintStream out) {
        this.store = store;
        this.engine = engine;
        this.server = server;
        this.out = out;
    }

    void run() throws InterruptedException, IOException {
        var events = new LinkedBlockingQueue<Object>();
        engine.onStatus(events::add);
        while (!isQuiet()) {
            events.take();
        }
        int different = 0;
        var probe = server.probe();
        for (var type : Schema.TYPES) {
            if (!Objects.equals(store.sums(type), probe.sums().get(type))) {
                different++;
                out.println("@differs " + type);
            }
        }
        for (int bucket = 0; bucket < RowSums.BUCKETS; bucket++) {
            server.bucket(Carrier.TYPE, bucket, this);
        }
        for (var row : theirs.values()) {
            var ours = store.rows().find(row.type(), row.id());
            if (!row.equals(ours)) {
                different++;
                out.println("@differs " + row + " here " + ours);
            }
            if (String.valueOf(row.get("code")).startsWith(Typist.OWN)) {
                out.println("@has " + row.id() + " " + row.get("contact"));
            }
        }
        out.println("@compared " + different + " " + engine.status().attention());
    }

    private boolean isQuiet() {
        var status = engine.status();
        return status.phase() == SyncPhase.SYNCED
                && status.pending() == 0
                && store.outbox().unanswered(1).isEmpty();
    }

    @Override
    public void row(Row row) {
        theirs.put(new RowId(row.type().name(), row.id()), row);
    }

    @Override
    public void head(PullHead head) {}

    @Override
    public void gone(EntityType<?> type, UUID id) {}

    @Override
    public void result(OperationResult result) {}
}
