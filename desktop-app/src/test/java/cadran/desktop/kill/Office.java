package cadran.desktop.kill;

import cadran.desktop.bench.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One server and one client, as processes; each can be started to be killed at a step. */
final class Office {
    private final Site site;
    private final int port;
    private final Ledger ledger = new Ledger();
    private final Map<String, String> has = new HashMap<>();
    private String[] account = {};
    private Path folder;
    private long starts;

    Office(Site site) throws IOException {
        this.site = site;
        folder = site.newFolder("client");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    Ledger ledger() {
        return ledger;
    }

    /** What the server had of the typist's rows at the last comparison. */
    Map<String, String> has() {
        return has;
    }

    void newClient() throws IOException {
        folder = site.newFolder("client");
    }

    Victim server(@Nullable Step step, int times) throws IOException {
        return server(ServerMain.WHEN_SIGNED_IN, step, times, site.server(), site.database());
    }

    /** One that has nothing yet, and can be started again to go on. */
    FirstStart firstStart() throws IOException, SQLException {
        var home = site.newFolder("first-start");
        var database = site.newDatabase();
        return (step, times) -> server(ServerMain.FROM_ITS_START, step, times, home, database);
    }

    interface FirstStart {
        Victim server(@Nullable Step step, int times) throws IOException;
    }

    private Victim server(String from, @Nullable Step step, int times, Path home, List<String> database)
            throws IOException {
        var arguments = new ArrayList<>(List.of(from));
        arguments.addAll(armed(step, times));
        arguments.addAll(List.of(home.toString(), String.valueOf(port)));
        arguments.addAll(database);
        return new Victim(ServerMain.class, site.server().resolveSibling("server.log"), arguments, line -> {});
    }

    void signIn(Victim server) throws IOException, InterruptedException {
        server.tell(UUID.randomUUID().toString());
        account = server.await("@signed-in").split(" ", -1);
    }

    Victim client(@Nullable Step step, int times) throws IOException {
        var arguments = new ArrayList<>(armed(step, times));
        arguments.addAll(List.of(folder.toString(), "http://127.0.0.1:" + port + "/"));
        arguments.addAll(List.of(account));
        arguments.add(String.valueOf(++starts));
        return new Victim(ClientMain.class, folder.resolveSibling("client.log"), arguments, this::heard);
    }

    private static List<String> armed(@Nullable Step step, int times) {
        return List.of(step == null ? "" : step.event().pattern(), String.valueOf(times));
    }

    private void heard(String line) {
        var words = line.split(" ", -1);
        switch (words[0]) {
            case "@try" -> ledger.tried(words[1], words[2]);
            case "@saved" -> ledger.saved(words[1], words[2]);
            case "@has" -> has.put(words[1], words[2]);
            default -> {}
        }
    }
}
