package cadran.desktop.store;

import java.sql.Connection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What an open profile stands on: its files, and how those who use them wait for and help each other. */
public interface Medium {
    /** The real one; only a simulation has another. */
    Medium DISK = new Medium() {};

    /** Where H2 finds a file. */
    default String locate(String path) {
        return path;
    }

    /**
     * What H2 is told when it opens one. With another write delay than 0, H2 writes the file in the middle of
     * transactions, and one in which the program was killed is there by half.
     */
    default String options() {
        return ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    default Connection wrap(String location, Connection connection) {
        return connection;
    }

    default Lock lock() {
        return new ReentrantLock();
    }

    default ReadWriteLock readWriteLock() {
        return new ReentrantReadWriteLock();
    }

    /** Somebody who works while the caller goes on. */
    default ExecutorService helper(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
