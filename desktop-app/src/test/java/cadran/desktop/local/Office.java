package cadran.desktop.local;

import cadran.desktop.client.ServerClient;
import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.profiles.Passphrases;
import cadran.desktop.profiles.Profile;
import cadran.desktop.profiles.ProfileKeys;
import cadran.desktop.profiles.Profiles;
import cadran.desktop.profiles.Renewal;
import cadran.desktop.profiles.SignInClient;
import cadran.desktop.profiles.SignedIn;
import cadran.desktop.sync.SyncPhase;
import cadran.model.auth.Me;
import cadran.model.auth.SignInDevice;
import cadran.model.auth.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One computer of an office: its profiles, and one of them open against a real server. */
public final class Office {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final FirstTime FIRST_TIME = new FirstTime("Télécom", "Anna", "fr", "Europe/Paris");

    private final Profiles profiles;

    public Office(Path folder) {
        var keys = new ProfileKeys(null, new Passphrases(64, 1), new SecureRandom());
        profiles = new Profiles(folder.resolve("profiles"), keys, Clock.systemUTC(), new SecureRandom());
    }

    /** The engine is not started: as on a train. */
    public OpenProfile open(LocalServer server) throws IOException {
        return open(server, (old, client) -> client.refresh(old));
    }

    interface Tokening {
        Tokens renew(Tokens old, SignInClient client) throws IOException;
    }

    OpenProfile open(LocalServer server, Tokening tokening) throws IOException {
        var known = profiles.list();
        var profile = known.isEmpty() ? signIn(server) : known.getFirst();
        Renewal renewal = old -> {
            try (var client = new SignInClient(server.address())) {
                return tokening.renew(old, client);
            }
        };
        return profiles.open(profile, profiles.unlock(profile, null), server.address(), renewal);
    }

    private Profile signIn(LocalServer server) throws IOException {
        var tokens = server.signIn(FIRST_TIME, new SignInDevice(profiles.installation(), "test"));
        try (var client = new SignInClient(server.address())) {
            var who = client.signedIn(tokens);
            return profiles.make(new SignedIn(null, who.tokens(), who.me()), KeyProtection.FILE, null);
        }
    }

    /** A session with an access token that the server never signed; what renews it is good. */
    static SignedIn spoilt(LocalServer server, Me me) {
        var good = server.signIn(FIRST_TIME, new SignInDevice(UUID.randomUUID(), "test"));
        var tokens = new Tokens(
                good.accessToken() + "x",
                good.accessUntil(),
                good.refreshToken(),
                good.session(),
                good.user(),
                good.organisation());
        return new SignedIn(null, tokens, me);
    }

    public static void sync(OpenProfile open) throws InterruptedException {
        open.engine().start();
        settled(open);
    }

    /** Until everything of ours is confirmed. */
    public static void settled(OpenProfile open) throws InterruptedException {
        until(
                open,
                () -> open.engine().status().phase() == SyncPhase.SYNCED
                        && open.engine().status().pending() == 0
                        && open.store().outbox().unanswered(1).isEmpty());
    }

    public static void until(OpenProfile open, BooleanSupplier condition) throws InterruptedException {
        BlockingQueue<Object> events = new LinkedBlockingQueue<>();
        open.engine().onStatus(events::add);
        var stop = open.store().listeners().add(events::add);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) == null) {
                throw new AssertionError(
                        "not within " + PATIENCE + ", but " + open.engine().status());
            }
        }
        stop.run();
    }

    static <T> T call(retrofit2.Call<T> call) throws IOException {
        return ServerClient.answer(call);
    }
}
