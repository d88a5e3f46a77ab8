package cadran.desktop.kill;

import cadran.desktop.client.ServerClient;
import cadran.desktop.client.TokenSource;
import cadran.desktop.edit.Author;
import cadran.desktop.edit.Edits;
import cadran.desktop.store.FileKey;
import cadran.desktop.store.LocalStore;
import cadran.desktop.sync.HttpSyncServer;
import cadran.desktop.sync.SyncEngine;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Role;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The process of a client with somebody who edits without a pause, until its input says to rest; then it compares.
 * Arguments: the event it stops at and the how-manieth, folder, server, token, organisation, user, seed.
 */
public final class ClientMain {
    private static final FileKey KEY = FileKey.random(new Random(11));

    private ClientMain() {}

    @SuppressWarnings("SystemOut") // its protocol
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var stop = new Stop(arguments[0], Integer.parseInt(arguments[1]), out).arm();
        SteppedDriver.install(stop);
        var organisation = UUID.fromString(arguments[5]);
        var clock = Clock.systemUTC();
        var ids = new UuidV7(clock, new SecureRandom());
        var store = LocalStore.open(Path.of(arguments[2]), KEY, organisation, ids::next);
        var author = new Author(
                UUID.fromString(arguments[6]), organisation, Role.ADMIN.permissions(), ZoneId.of("Europe/Paris"));
        var edits = new Edits(store, author, ids, clock);
        var client = new ServerClient(HttpUrl.get(arguments[3]), token(arguments[4]));
        var server = new SteppedServer(new HttpSyncServer(client), stop);
        var engine = new SyncEngine(store, server, clock, new SecureRandom());
        engine.start();
        var typist = new Typist(store, edits, new Random(Long.parseLong(arguments[7])), out);
        Thread.ofPlatform().daemon().start(typist);
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        typist.rest();
        new Comparison(store, engine, server, out).run();
    }

    /** Rounds are shorter than a token lives. */
    private static TokenSource token(String token) {
        return new TokenSource() {
            @Override
            public String access() {
                return token;
            }

            @Override
            public @Nullable String renewed(@Nullable String refused) {
                return null;
            }
        };
    }
}
