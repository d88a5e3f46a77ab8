package cadran.desktop.kill;

import cadran.desktop.store.HistoryState;
import cadran.desktop.store.SyncState;
import cadran.desktop.sync.PushAnswer;
import cadran.desktop.sync.PushBatch;
import cadran.desktop.sync.SyncServer;
import cadran.model.sync.EntityType;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.ProbeJson;
import java.io.IOException;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The steps of a client that are messages and not statements. */
record SteppedServer(SyncServer real, Stop stop) implements SyncServer {
    @Override
    public PushAnswer push(PushBatch batch) throws IOException {
        stop.pass("push", "sent");
        var answer = real.push(batch);
        stop.pass("answer", "received");
        return answer;
    }

    @Override
    public void pull(SyncState state, UUID device, long after, ChangesSink page) throws IOException {
        real.pull(state, device, after, page);
        stop.pass("page", "received");
    }

    @Override
    public void opening(ChangesSink page) throws IOException {
        real.opening(page);
    }

    @Override
    public void part(SyncState opening, String place, ChangesSink page) throws IOException {
        real.part(opening, place, page);
        stop.pass("part", "received");
    }

    @Override
    public ProbeJson.Probe probe() throws IOException {
        return real.probe();
    }

    @Override
    public void bucket(EntityType<?> type, int bucket, ChangesSink page) throws IOException {
        real.bucket(type, bucket, page);
    }

    @Override
    public void history(HistoryState from, ChangesSink page) throws IOException {
        real.history(from, page);
    }

    @Override
    public void hints(LongConsumer head) throws IOException {
        real.hints(head);
    }

    @Override
    public void reconnect() {
        real.reconnect();
    }
}
