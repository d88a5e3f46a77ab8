package cadran.desktop.simulation;

import cadran.model.h2.OrderedPath;
import cadran.server.db.Database;
import cadran.server.db.SimulatedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * H2, twice: as itself, with one node that writes one transaction at a time and a disk that forgets; and, with several
 * nodes, in the place of a database whose transactions meet. As itself it can't do that, see the server's H2 engine.
 */
final class H2Central implements CentralDatabase {
    /** Time stands still here: space is used again at once, or H2 never would. */
    private static final String OPTIONS =
            ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=1;TRACE_LEVEL_FILE=0";

    private final World world;
    private final String mount;
    private final Disk disk;
    /** H2 closes a database that nobody is connected to. */
    private @Nullable Connection keeper;

    H2Central(World world) {
        this.world = world;
        disk = Disk.tearing(world.plant().forgetsForced());
        disk.replace(Images.ofServer());
        mount = world.name() + "-central";
    }

    @Override
    public Connection open() throws SQLException {
        String url = "jdbc:h2:" + OrderedPath.of(DiskPath.mount(mount, disk) + Images.SERVER) + OPTIONS;
        var opened = DriverManager.getConnection(url, "sa", "");
        world.keep(opened);
        return opened;
    }

    @Override
    public Connection look() throws SQLException {
        return open();
    }

    /** Nobody holds a lock in a process that begins. */
    @Override
    public Database doors(DataSource connections, LongConsumer pause) {
        var writers = isShared() ? new NoLock() : new TurnLock(world.scheduler());
        return SimulatedDatabase.h2(connections, writers, pause);
    }

    @Override
    public boolean isShared() {
        return world.settings().nodes() > 1;
    }

    @Override
    public void start() throws SQLException {
        try {
            keeper = open();
        } catch (SQLException failure) {
            shutDown(this::open);
            throw failure;
        }
    }

    @Override
    public void stop() {
        if (keeper == null) {
            return;
        }
        if (isShared()) {
            forceWhatWasCommitted();
        }
        disk.cutAfter(0);
        shutDown(this::open);
        keeper = null;
    }

    private void forceWhatWasCommitted() {
        try (var raw = open();
                var statement = raw.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException failure) {
            throw new Violation("the server's database goes on until it stops", failure);
        }
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

    @Override
    public String survive() {
        return disk.crash(world.chance());
    }

    @Override
    public Runnable backup() {
        var files = disk.forced();
        return () -> disk.replace(files);
    }

    @Override
    public void cutAfter(int writes) {
        disk.cutAfter(writes);
    }

    @Override
    public boolean isCut() {
        return disk.isCut();
    }

    @Override
    public void close() {
        DiskPath.unmount(mount);
    }
}
