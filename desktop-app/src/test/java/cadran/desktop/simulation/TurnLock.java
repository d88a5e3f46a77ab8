package cadran.desktop.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** A reentrant lock whose waiters sleep in the scheduler, so that its holder can get the baton back. */
final class TurnLock implements Lock {
    private final Scheduler scheduler;
    private final Deque<Scheduler.Actor> waiting = new ArrayDeque<>();
    private Scheduler.@Nullable Actor holder;
    private int holds;

    TurnLock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void lock() {
        // Nobody, while a world begins or is looked at: then nobody else is about either.
        var me = scheduler.current();
        while (holds > 0 && holder != me) {
            waiting.add(Objects.requireNonNull(me));
            scheduler.sleep();
        }
        holder = me;
        holds++;
    }

    @Override
    public void unlock() {
        if (--holds == 0) {
            holder = null;
            scheduler.wake(waiting.poll());
        }
    }

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
