package cadran.desktop.profiles;

import cadran.desktop.client.ServerClient;
import cadran.desktop.edit.Author;
import cadran.desktop.edit.Edits;
import cadran.desktop.edit.Workspace;
import cadran.desktop.store.FileKey;
import cadran.desktop.store.LocalStore;
import cadran.desktop.sync.HttpSyncServer;
import cadran.desktop.sync.SyncEngine;
import cadran.desktop.sync.SyncPhase;
import cadran.model.ids.UuidV7;
import cadran.model.problem.Problem;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import okhttp3.HttpUrl;

/** A profile in use: its files open and locked, its edits going out. */
public final class OpenProfile implements AutoCloseable {
    private final Profile profile;
    private final Profiles profiles;
    private final FolderLock lock;
    private final Session session;
    private final LocalStore store;
    private final Edits edits;
    private final Workspace workspace;
    private final ServerClient client;
    private final SyncEngine engine;

    private OpenProfile(
            Profile profile,
            Profiles profiles,
            FolderLock lock,
            Session session,
            LocalStore store,
            HttpUrl server,
            UuidV7 ids,
            InstantSource clock,
            SecureRandom random) {
        this.profile = profile;
        this.profiles = profiles;
        this.lock = lock;
        this.session = session;
        this.store = store;
        var author = new Author(
                profile.user(),
                profile.organisation(),
                profile.permissions(),
                ZoneId.of(profile.timeZone()),
                profile.teams());
        edits = new Edits(store, author, ids, clock);
        workspace = new Workspace(
                store.rows(), store.history(), store.outbox().answers(), edits, store.listeners(), author, ids, clock);
        client = new ServerClient(server, session);
        engine = new SyncEngine(store, new HttpSyncServer(client), clock, random);
        engine.onStatus(status -> {
            if (status.phase() == SyncPhase.SYNCED) {
                session.heard();
            }
        });
    }

    static OpenProfile open(
            Profile profile,
            FileKey key,
            HttpUrl server,
            Renewal renewal,
            Profiles profiles,
            UuidV7 ids,
            InstantSource clock,
            SecureRandom random) {
        var lock = FolderLock.take(profile.folder());
        try {
            var file = profiles.session(profile, key);
            var content = file.read().orElseGet(() -> new SessionFile.Content(null, Contact.now(clock.instant())));
            var session = new Session(file, content, renewal, clock);
            session.stillHere();
            if (!profile.isLocal() && !session.mayOpen()) {
                throw Problem.of("profile.sign_in_needed")
                        .with("days", Contact.OFFLINE.toDays())
                        .asException();
            }
            var store = LocalStore.open(profile.folder(), key, profile.organisation(), ids::next);
            store.indexBigTables();
            return new OpenProfile(profile, profiles, lock, session, store, server, ids, clock, random);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Profile profile() {
        return profile;
    }

    public LocalStore store() {
        return store;
    }

    public Edits edits() {
        return edits;
    }

    /** What its features work with. */
    public Workspace workspace() {
        return workspace;
    }

    public ServerClient client() {
        return client;
    }

    /** Not yet started. */
    public SyncEngine engine() {
        return engine;
    }

    /**
     * Asks the server what the user may do now, and keeps it for the next time. Tells whether that is something else than
     * this profile was opened with: whoever was given a right, or lost one, opens it again.
     */
    public boolean rightsChanged() throws IOException {
        var me = ServerClient.answer(client.auth().me());
        Profile now;
        // Two questions at once would write one file.
        synchronized (lock) {
            now = profiles.learn(profile, me);
        }
        return !now.permissions().equals(profile.permissions()) || !now.teams().equals(profile.teams());
    }

    /** The user signed in again while the profile is open. */
    public void signedIn(SignedIn who) {
        session.signedIn(who.tokens());
        engine.syncNow();
    }

    /** Ends what runs; everything shown as saved is on the disk. */
    @Override
    public void close() {
        engine.close();
        client.close();
        session.stillHere();
        store.close();
        lock.close();
    }
}
