package cadran.desktop.simulation;

import cadran.desktop.client.ServerClient;
import cadran.desktop.client.TokenSource;
import cadran.desktop.edit.Author;
import cadran.desktop.edit.Edits;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.Medium;
import cadran.desktop.store.StoreException;
import cadran.desktop.sync.HttpSyncServer;
import cadran.desktop.sync.SyncEngine;
import cadran.desktop.sync.SyncPhase;
import cadran.model.h2.OrderedPath;
import cadran.model.ids.UuidV7;
import cadran.model.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A computer with an open profile: the real store, edits and engine, somebody who edits, and a disk that may forget. */
final class Client implements Machine, Medium {
    private static final String OPTIONS = ";WRITE_DELAY=0;LOCK_TIMEOUT=1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private static final HttpUrl ADDRESS = Objects.requireNonNull(HttpUrl.parse("http://server/"));

    final World world;
    final String name;
    final Person person;
    final Disk disk;
    final SkewedClock clock;
    final UuidV7 ids;
    private final RandomGenerator random;
    private final String mount;
    private final ServerClient http;
    private @Nullable LocalStore store;
    private @Nullable Edits edits;
    private @Nullable SyncEngine engine;
    private Scheduler.@Nullable Actor user;
    private Scheduler.@Nullable Actor sync;
    private boolean rung;
    private boolean online = true;
    private boolean hurt;
    private int hurts;
    private boolean damaged;

    Client(World world, String name, Person person) {
        this.world = world;
        this.name = name;
        this.person = person;
        random = world.random();
        clock = new SkewedClock(world.scheduler());
        ids = new UuidV7(clock, random);
        disk = Disk.tearing(world.plant().forgetsForced());
        disk.replace(Images.ofClient());
        mount = world.name() + "-" + name;
        http = new ServerClient(ADDRESS, TokenSource.NONE, List.of(new Wire(this)));
    }

    boolean isOnline() {
        return online;
    }

    void online(boolean now) {
        online = now;
        ring();
    }

    boolean isUp() {
        return user != null;
    }

    boolean isOpen() {
        return engine != null;
    }

    LocalStore store() {
        return Objects.requireNonNull(store);
    }

    Edits edits() {
        return Objects.requireNonNull(edits);
    }

    boolean isQuiet() {
        var running = engine;
        return running != null
                && running.status().phase() == SyncPhase.SYNCED
                && running.status().pending() == 0;
    }

    /** The file that holds the local copy now. */
    String cache() throws SQLException {
        try (var connection = look("outbox");
                var select = connection.createStatement();
                var result = select.executeQuery("SELECT cache_number FROM device")) {
            result.next();
            return "cache-" + result.getInt(1);
        }
    }

    String describe() {
        return engine == null ? "closed" : engine.status().toString();
    }

    /** Somebody wrote into its files what was not meant to be there. */
    void damaged() {
        damaged = true;
        hurt = true;
    }

    boolean wasDamaged() {
        return damaged;
    }

    /** Something happened to the computer that a program may have to be started again after; the how manieth thing. */
    int hurt() {
        hurt = true;
        return ++hurts;
    }

    /** There has been room again for a while: if nothing else happened since, nothing may fail any more. */
    void recovered(int since) {
        if (since == hurts) {
            hurt = damaged;
        }
    }

    boolean isHurt() {
        return hurt;
    }

    void start() {
        user = world.scheduler().start(name + ".user", this::live);
    }

    private void live() {
        if (!opens()) {
            return;
        }
        sync = world.scheduler().start(name + ".sync", this::synchronise);
        while (!world.isCalm()) {
            world.scheduler().sleep(Duration.ofMillis(1 + random.nextInt(20_000)));
            if (!world.isCalm()) {
                world.actions().act(this, random);
            }
        }
    }

    /** On a full disk it says so and ends; somebody makes room and starts it again. */
    private boolean opens() {
        try {
            open();
            return true;
        } catch (ProblemException | StoreException refused) {
            stopIfCut();
            if (!hurt) {
                throw new Violation("what was saved can be opened", refused);
            }
            world.scheduler().note("does not open on a hurt computer");
            user = null;
            end();
            return false;
        }
    }

    private void open() {
        world.scheduler().note("opens the profile");
        var opened = LocalStore.open(Path.of(name), null, person.organisation.id(), ids::next, this);
        store = opened;
        opened.outbox().onSaved(this::ring);
        edits = new Edits(
                opened,
                new Author(person.id, person.organisation.id(), person.permissions(), ZoneId.of("Europe/Paris")),
                ids,
                clock);
        engine = new SyncEngine(opened, new HttpSyncServer(http), clock, random);
        world.ledger().opened(this);
        world.spotChecks().nothingSavedIsGone(this);
    }

    private void synchronise() {
        while (true) {
            Duration wait = round();
            world.spotChecks().after(this);
            if (!rung) {
                world.scheduler().sleep(wait);
            }
            rung = false;
        }
    }

    private Duration round() {
        var running = Objects.requireNonNull(engine);
        try {
            return running.step();
        } catch (Violation broken) {
            throw broken;
        } catch (RuntimeException broken) {
            stopIfCut();
            if (!hurt) {
                throw new Violation("the engine does not break", broken);
            }
            world.scheduler().noteFailure("the engine broke on a hurt computer: ", broken);
            return Duration.ofSeconds(10);
        }
    }

    void ring() {
        rung = true;
        world.scheduler().wake(sync);
    }

    /** The program ends on the spot; what it had not forced may be gone. */
    void crash() {
        if (user == null) {
            return;
        }
        world.count("crashes");
        world.scheduler().note("CRASH of " + name);
        end();
    }

    private void end() {
        stop();
        world.scheduler().note(disk.crash(world.chance()));
    }

    private void stop() {
        var acting = user;
        var syncing = sync;
        user = null;
        sync = null;
        store = null;
        edits = null;
        engine = null;
        hurt = false;
        if (syncing != null) {
            world.scheduler().kill(syncing);
        }
        if (acting != null) {
            world.scheduler().kill(acting);
        }
        // First, so that nothing is written that the crash is not asked about.
        disk.cutAfter(0);
        for (var file : disk.names()) {
            H2Central.shutDown(() -> look(file.replace(".mv.db", "")));
        }
    }

    void close() {
        stop();
        DiskPath.unmount(mount);
        http.close();
    }

    private String root() {
        return DiskPath.mount(mount, disk);
    }

    /** For looking, without a step. */
    Connection look(String file) throws SQLException {
        // Who looks first opens the file, and would have H2 write a trace beside it.
        // By the name under which the program has opened it, or H2 would open it twice.
        String path = file.equals("outbox") ? OrderedPath.of(root() + file) : root() + file;
        return DriverManager.getConnection("jdbc:h2:" + path + ";TRACE_LEVEL_FILE=0", Images.CLIENT_USER, "");
    }

    @Override
    public String locate(String location) {
        return root() + Path.of(location).getFileName();
    }

    @Override
    public String options() {
        return OPTIONS;
    }

    @Override
    public Connection wrap(String location, Connection connection) {
        world.keep(connection);
        var file = location.substring(location.lastIndexOf('/') + 1);
        return SteppedConnection.wrap(connection, this, name + "/" + file, Connection::close);
    }

    @Override
    public Lock lock() {
        return new TurnLock(world.scheduler());
    }

    @Override
    public ReadWriteLock readWriteLock() {
        return new TurnReadWriteLock(world.scheduler());
    }

    /** Does its work at once: nobody here works while another does. */
    @Override
    public ExecutorService helper(String helper) {
        return new Obedient();
    }

    @Override
    public void step(String what) {
        world.scheduler().step(what);
    }

    @Override
    public void mustLive() {
        if (isUnwinding()) {
            throw new Crash();
        }
    }

    @Override
    public boolean isUnwinding() {
        return world.scheduler().isUnwinding();
    }

    @Override
    public void stopIfCut() {
        if (disk.isCut() && !isUnwinding()) {
            crash();
            mustLive();
        }
    }

    @Override
    public Tamper tamper() {
        return world.plant().client();
    }

    @Override
    public String toString() {
        return name;
    }
}
