package cadran.desktop.sync;

import cadran.desktop.store.HistoryState;
import cadran.desktop.store.SyncState;
import cadran.model.sync.EntityType;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.ProbeJson;
import java.io.IOException;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * What the engine needs of a server. Refusals are {@link cadran.model.problem.ProblemException}, everything that may
 * go better later is an {@link IOException}.
 */
public interface SyncServer {
    PushAnswer push(PushBatch batch) throws IOException;

    /** @param after results of this device's operations up to here are known */
    void pull(SyncState state, UUID device, long after, ChangesSink page) throws IOException;

    /** Begins to read everything: where in the feed that stands, and where its first part begins. */
    void opening(ChangesSink page) throws IOException;

    /** A part of everything, no older than its opening. */
    void part(SyncState opening, String place, ChangesSink page) throws IOException;

    /** What its tables come to. */
    ProbeJson.Probe probe() throws IOException;

    /** All rows of one bucket of a table. */
    void bucket(EntityType<?> type, int bucket, ChangesSink page) throws IOException;

    /** The newest part of the history, from there on. */
    void history(HistoryState from, ChangesSink page) throws IOException;

    /** Reads hints until the connection ends or breaks. Blocks. */
    void hints(LongConsumer head) throws IOException;

    /** Ends what hangs and starts anew with the next call. */
    void reconnect();
}
