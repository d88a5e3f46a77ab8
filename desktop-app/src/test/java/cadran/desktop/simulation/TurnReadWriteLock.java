package cadran.desktop.simulation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/** Many readers or one writer; who can't go on looks again a moment later. */
final class TurnReadWriteLock implements ReadWriteLock {
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final Scheduler scheduler;
    private int readers;
    private boolean written;

    TurnReadWriteLock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public Lock readLock() {
        return new Half() {
            @Override
            public void lock() {
                while (written) {
                    scheduler.sleep(MOMENT);
                }
                readers++;
            }

            @Override
            public void unlock() {
                readers--;
            }
        };
    }

    @Override
    public Lock writeLock() {
        return new Half() {
            @Override
            public void lock() {
                while (written || readers > 0) {
                    scheduler.sleep(MOMENT);
                }
                written = true;
            }

            @Override
            public void unlock() {
                written = false;
            }
        };
    }

    private abstract static class Half implements Lock {
        @Override
        public void lockInterruptibly() {
            lock();
        }

        @Override
        public boolean tryLock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException();
        }
    }
}
