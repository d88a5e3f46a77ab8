package cadran.desktop.simulation;

import cadran.server.db.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** What all nodes of a world's server share. */
interface CentralDatabase {
    /** Which one the central database is. */
    enum Kind {
        H2,
        POSTGRES
    }

    /** Unstepped: for nodes, which step it themselves. */
    Connection open() throws SQLException;

    /** For looking, beside everybody's rights. */
    Connection look() throws SQLException;

    /** The real doors, as a process of the server that begins has them. */
    Database doors(DataSource connections, LongConsumer pause);

    /** Whether the nodes' transactions meet; then what was committed is on the disk. */
    boolean isShared();

    void start() throws SQLException;

    /** The power goes: nobody is connected any more. */
    void stop();

    /** Says what of it survived. */
    String survive();

    /** Takes one; what it returns puts it back while nobody is connected. Only the last one that was taken can be. */
    Runnable backup();

    /** The power goes in the middle of what comes, where writes can be counted. */
    default void cutAfter(int writes) {}

    default boolean isCut() {
        return false;
    }

    void close();
}
