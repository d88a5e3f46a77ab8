package cadran.desktop.bench;

import cadran.desktop.client.ServerClient;
import cadran.desktop.client.TokenSource;
import cadran.desktop.store.SyncState;
import cadran.desktop.sync.HttpSyncServer;
import cadran.desktop.sync.PushBatch;
import cadran.model.Schema;
import cadran.model.ids.UuidV7;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A device that only pushes, over HTTP. */
final class Pusher implements AutoCloseable {
    private static final SyncState NOWHERE = new SyncState(null, 0, "", Schema.NUMBER, null);
    private static final UuidV7 IDS = new UuidV7(Clock.systemUTC(), new SecureRandom());

    private final UUID device = IDS.next();
    private final ServerClient client;
    private final HttpSyncServer server;
    private long number;
    private volatile long answered;

    Pusher(Central central) throws IOException {
        this(central, central.tokens(UUID.randomUUID(), central.signIn(UUID.randomUUID())));
    }

    Pusher(Central central, TokenSource tokens) {
        client = new ServerClient(central.address(), tokens);
        server = new HttpSyncServer(client);
    }

    static UUID id() {
        return IDS.next();
    }

    HttpSyncServer server() {
        return server;
    }

    UUID device() {
        return device;
    }

    /** The highest number whose answer it has. */
    long answered() {
        return answered;
    }

    /** Returns how far the feed got. One after the other, as a device does: the numbers must arrive in their order. */
    synchronized long push(List<Intent> intents) throws IOException {
        var operations = new ArrayList<Operation>(intents.size());
        for (var intent : intents) {
            operations.add(
                    new Operation(IDS.next(), ++number, null, Clock.systemUTC().instant(), 0, 0, intent));
        }
        var answer = server.push(new PushBatch(device, NOWHERE, operations));
        answered = number;
        for (var result : answer.results()) {
            if (result.problem() != null) {
                throw result.problem().asException();
            }
        }
        return answer.head();
    }

    @Override
    public void close() {
        client.close();
    }
}
