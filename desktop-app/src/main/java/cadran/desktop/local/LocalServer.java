package cadran.desktop.local;

import cadran.desktop.profiles.FolderLock;
import cadran.model.auth.SignInDevice;
import cadran.model.auth.Tokens;
import cadran.server.Config;
import cadran.server.Server;
import cadran.server.organisations.LocalAdministrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** "Work on this computer": a whole server on a loopback port that the system chooses, used through HTTP like any other. */
public final class LocalServer implements AutoCloseable {
    private final Server server;
    private final int port;
    private final FolderLock lock;

    private LocalServer(Server server, int port, FolderLock lock) {
        this.server = server;
        this.port = port;
        this.lock = lock;
    }

    /** @param folder for its database, its keys and its files; made when it is missing */
    public static LocalServer start(Path folder, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        // A second program would find the database locked, which says nothing to its user.
        var lock = FolderLock.take(folder);
        try {
            var server = new Server(Config.inFolder(folder), clock);
            return new LocalServer(server, server.start(), lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Signs in its one user without asking; who can read its files is that user anyway. */
    public Tokens signIn(FirstTime firstTime, SignInDevice device) {
        return server.localAdministrator()
                .ensure(
                        new LocalAdministrator.Wanted(
                                firstTime.organisation(), firstTime.user(), firstTime.language(), firstTime.timeZone()),
                        device);
    }

    /** Requests in flight finish first. */
    @Override
    public void close() {
        server.stop();
        lock.close();
    }
}
