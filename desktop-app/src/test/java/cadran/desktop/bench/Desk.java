package cadran.desktop.bench;

import cadran.desktop.client.ServerClient;
import cadran.desktop.edit.Author;
import cadran.desktop.edit.Edits;
import cadran.desktop.store.FileKey;
import cadran.desktop.store.LocalStore;
import cadran.desktop.sync.HttpSyncServer;
import cadran.desktop.sync.SyncEngine;
import cadran.desktop.sync.SyncPhase;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A desktop without its window: encrypted files, edits and the engine, as a profile has them. */
final class Desk implements AutoCloseable {
    static final FileKey KEY = FileKey.random(new SecureRandom());
    private static final long PATIENCE_MINUTES = 30;

    final LocalStore store;
    final Edits edits;
    final HttpSyncServer server;
    private final ServerClient client;
    private SyncEngine engine;

    Desk(Path folder, Central central) throws IOException {
        var clock = Clock.systemUTC();
        var ids = new UuidV7(clock, new SecureRandom());
        var device = UUID.randomUUID();
        var account = central.signIn(device);
        store = LocalStore.open(folder, KEY, account.organisation(), ids::next);
        store.indexBigTables();
        edits = new Edits(
                store,
                new Author(account.user(), account.organisation(), Role.ADMIN.permissions(), ZoneId.of("Europe/Paris")),
                ids,
                clock);
        client = new ServerClient(central.address(), central.tokens(device, account));
        server = new HttpSyncServer(client);
        engine = newEngine();
    }

    private SyncEngine newEngine() {
        return new SyncEngine(store, server, Clock.systemUTC(), new SecureRandom());
    }

    SyncEngine engine() {
        return engine;
    }

    /** Off the network, until the engine that this leaves is started. */
    void pause() {
        engine.close();
        engine = newEngine();
    }

    /** Returns when everything is here and everything of ours is there. */
    void synced() throws InterruptedException {
        until(() ->
                engine.status().phase() == SyncPhase.SYNCED && engine.status().pending() == 0);
    }

    /** Looks each time the engine or the rows say something. */
    void until(BooleanSupplier condition) throws InterruptedException {
        var events = new LinkedBlockingQueue<Object>();
        engine.onStatus(events::add);
        var stop = store.listeners().add(events::add);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (!condition.getAsBoolean()) {
            if (events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) == null) {
                throw new IllegalStateException("still " + engine.status());
            }
        }
        stop.run();
    }

    @Override
    public void close() {
        engine.close();
        client.close();
        store.close();
    }
}
