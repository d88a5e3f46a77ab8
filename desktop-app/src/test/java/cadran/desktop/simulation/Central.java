package cadran.desktop.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The machine of the central database, and the server nodes over it. */
final class Central {
    private final World world;
    private final CentralDatabase database;
    private final List<Node> nodes = new ArrayList<>();
    private boolean up;

    Central(World world, CentralDatabase database) {
        this.world = world;
        this.database = database;
        for (int i = 1; i <= world.settings().nodes(); i++) {
            nodes.add(new Node(world, this, "n" + i));
        }
    }

    /** Stays down when the power goes once more before it is up. */
    void start() {
        try {
            database.start();
            up = true;
            nodes.forEach(Node::start);
        } catch (SQLException failure) {
            if (!database.isCut()) {
                throw new Violation("the server's database opens after a crash", failure);
            }
            world.count("crashes");
            world.scheduler().note("CRASH of the central machine as it starts");
            world.scheduler().note(database.survive());
        }
    }

    CentralDatabase database() {
        return database;
    }

    /** For looking. */
    Connection look() throws SQLException {
        return database.look();
    }

    boolean isUp() {
        return up;
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
    void crash() {
        if (!up) {
            return;
        }
        world.count("crashes");
        world.scheduler().note("CRASH of the central machine");
        stop();
        world.scheduler().note(database.survive());
    }

    private void stop() {
        if (database.isShared()) {
            nodes.forEach(Node::crash);
        }
        up = false;
        nodes.forEach(Node::vanish);
        database.stop();
    }

    /** As an administrator does who found a backup: everything since is gone. */
    void restore(Runnable backup) {
        if (up) {
            stop();
        }
        backup.run();
        start();
    }

    void close() {
        if (up) {
            stop();
        }
        database.close();
    }
}
