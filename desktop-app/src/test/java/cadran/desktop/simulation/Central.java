package cadran.desktop.simulation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The machine of the central database, and the server nodes over it. H2 is there twice: as itself, with one node that
 * writes one transaction at a time and a disk that forgets; and, with several nodes, in PostgreSQL's place, where
 * transactions meet, and what was committed is on the disk. As itself it can't do that, see the server's H2 engine.
 */
final class Central {
    private static final String OPTIONS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=1;TRACE_LEVEL_FILE=0" + Client.TIMELESS;

    private final World world;
    private final String mount;
    private final List<Node> nodes = new ArrayList<>();
    final Disk disk;
    /** H2 closes a database that nobody is connected to. */
    private @Nullable Connection keeper;

    private boolean up;

    Central(World world) {
        this.world = world;
        disk = new Disk(world.plant().forgetsForced());
        disk.replace(Images.ofServer());
        mount = world.name() + "-central";
        for (int i = 1; i <= world.settings().nodes(); i++) {
            nodes.add(new Node(world, this, "n" + i));
        }
    }

    void start() {
        try {
            var open = open();
            world.keep(open);
            keeper = open;
            up = true;
            nodes.forEach(Node::start);
        } catch (SQLException failure) {
            throw new Violation("the server's database opens after a crash", failure);
        }
    }

    /** Unstepped: for nodes, which step it themselves, and for looking. */
    Connection open() throws SQLException {
        String url = "jdbc:h2:" + DiskPath.mount(mount, disk) + Images.SERVER + OPTIONS;
        return DriverManager.getConnection(url, "sa", "");
    }

    /** Several nodes' transactions meet. */
    boolean isShared() {
        return world.settings().nodes() > 1;
    }

    boolean isUp() {
        return up && keeper != null;
    }

    List<Node> nodes() {
        return nodes;
    }

    @Nullable
    Node anyNode(RandomGenerator random) {
        var ready = nodes.stream().filter(Node::isUp).toList();
        return !up || ready.isEmpty() ? null : ready.get(random.nextInt(ready.size()));
    }

    /** The power goes. */
    void crash(RandomGenerator random) {
        if (!up) {
            return;
        }
        world.count("crashes");
        world.scheduler().note("CRASH of the central machine");
        if (isShared()) {
            keepWhatWasCommitted();
        }
        stop();
        world.scheduler().note(disk.crash(random));
    }

    private void keepWhatWasCommitted() {
        nodes.forEach(Node::crash);
        try (var raw = open();
                var statement = raw.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException failure) {
            throw new Violation("the server's database goes on until it stops", failure);
        }
    }

    private void stop() {
        up = false;
        nodes.forEach(Node::vanish);
        disk.cutAfter(0);
        shutDown(this::open);
        keeper = null;
    }

    /** Whatever the process had open of this database is gone; the disk is cut off, so nothing is written. */
    static void shutDown(Connections.Opening database) {
        boolean gone = false;
        // One that could not even be opened without writing hears of it only the next time.
        for (int i = 0; i < 2 && !gone; i++) {
            try (var raw = database.open();
                    var statement = raw.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
                gone = true;
            } catch (SQLException broken) {
                gone = broken.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED;
            }
        }
    }

    /** As an administrator does who found a backup: everything since is gone. */
    void restore(Map<String, byte[]> backup) {
        if (up) {
            stop();
        }
        disk.replace(backup);
        start();
    }

    void close() {
        if (up) {
            stop();
        }
        DiskPath.unmount(mount);
    }
}
