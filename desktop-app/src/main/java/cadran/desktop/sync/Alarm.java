package cadran.desktop.sync;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waits for a time or a ring, whichever comes first. A ring while nobody waits is not lost. */
final class Alarm {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean rung;
    private boolean off;

    void ring() {
        lock.lock();
        try {
            rung = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** For good. */
    void turnOff() {
        lock.lock();
        try {
            off = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isOff() {
        lock.lock();
        try {
            return off;
        } finally {
            lock.unlock();
        }
    }

    void await(Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!rung && !off && left > 0) {
                left = changed.awaitNanos(left);
            }
            rung = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            off = true;
        } finally {
            lock.unlock();
        }
    }
}
