package cadran.desktop.acceptance;

import cadran.desktop.bench.Fill;
import cadran.desktop.organisation.TestServer;
import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.profiles.Passphrases;
import cadran.desktop.profiles.Profile;
import cadran.desktop.profiles.ProfileKeys;
import cadran.desktop.profiles.Profiles;
import cadran.desktop.profiles.SignInClient;
import cadran.desktop.sync.SyncPhase;
import cadran.model.auth.Tokens;
import cadran.model.organisations.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A company as big as real ones, see {@link CompanyRows}: its server, and the computers of its people. */
public final class Company implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static @Nullable Path filled;

    public final MovableClock clock = new MovableClock();
    private final Path folder;
    private final List<OpenProfile> opened = new ArrayList<>();
    private TestServer server;
    private boolean running = true;

    private Company(Path folder) {
        this.folder = folder;
        server = new TestServer(folder.resolve("server"), clock, 0);
    }

    /** Each test gets a copy of what is filled once. */
    public static Company in(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        copy(filled(), folder.resolve("server"));
        return new Company(folder);
    }

    private static synchronized Path filled() throws IOException, SQLException {
        var known = filled;
        if (known == null) {
            known = Files.createTempDirectory("company");
            // The first start makes the tables and the organisation.
            new TestServer(known, new MovableClock(), 0).close();
            try (var connection = DriverManager.getConnection("jdbc:h2:file:" + known.resolve("cadran"), "sa", "")) {
                Fill.run(connection, (reference, organisation) -> new CompanyRows(reference, organisation).stream());
            }
            filled = known;
        }
        return known;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    public TestServer server() {
        return server;
    }

    /** A new colleague's computer, which has synced once. */
    public OpenProfile desktop(String name, Role... roles) throws IOException {
        var email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.fr";
        return desktop(name, server.join(server.invite(email, roles).code(), name));
    }

    /** Another computer of somebody who signed in. */
    public OpenProfile desktop(String name, Tokens tokens) throws IOException {
        try (var client = new SignInClient(address())) {
            var profiles = profiles(name);
            var open = open(profiles, profiles.make(client.signedIn(tokens), KeyProtection.FILE, null));
            open.engine().start();
            synced(open);
            return open;
        }
    }

    /** The same computer, switched off and on again; it does not sync until its engine or its window is started. */
    public OpenProfile reopened(OpenProfile open) {
        opened.remove(open);
        open.close();
        var folder = Objects.requireNonNull(open.profile().folder().getParent());
        var profiles = profilesIn(folder);
        return open(profiles, profiles.list().getFirst());
    }

    private OpenProfile open(Profiles profiles, Profile profile) {
        var open = profiles.open(profile, profiles.unlock(profile, null), address(), old -> {
            try (var renewing = new SignInClient(address())) {
                return renewing.refresh(old);
            }
        });
        opened.add(open);
        return open;
    }

    private Profiles profiles(String name) {
        return profilesIn(folder.resolve(name).resolve("profiles"));
    }

    private Profiles profilesIn(Path folder) {
        var keys = new ProfileKeys(null, new Passphrases(64, 1), new SecureRandom());
        return new Profiles(folder, keys, clock, new SecureRandom());
    }

    private String address() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    /** Nobody reaches the server from here on. */
    public void cutOff() {
        server.close();
        running = false;
    }

    /** The server is there again, where it was. */
    public void reconnect() {
        server = new TestServer(folder.resolve("server"), clock, server.port());
        running = true;
        opened.forEach(each -> each.engine().syncNow());
    }

    /** Until the server has everything of this computer, and this computer what the server has. */
    public static void synced(OpenProfile open) {
        until(
                open,
                () -> open.engine().status().phase() == SyncPhase.SYNCED
                        && open.engine().status().pending() == 0
                        && open.store().outbox().unanswered(1).isEmpty());
    }

    public static void until(OpenProfile open, BooleanSupplier condition) {
        var events = new LinkedBlockingQueue<Object>();
        open.engine().onStatus(events::add);
        var stop = open.store().listeners().add(events::add);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) == null) {
                    throw new AssertionError(
                            "not within " + PATIENCE + ", but " + open.engine().status());
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            stop.run();
        }
    }

    @Override
    public void close() {
        opened.forEach(OpenProfile::close);
        if (running) {
            server.close();
        }
    }
}
