package cadran.desktop.simulation;

import cadran.server.sync.Signal;
import org.jspecify.annotations.Nullable;

/** A signal whose waiter sleeps in the scheduler. */
final class TurnSignal implements Signal {
    private final Scheduler scheduler;
    private boolean given;
    private Scheduler.@Nullable Actor waiting;

    TurnSignal(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void await() {
        waiting = scheduler.current();
        while (!given) {
            scheduler.sleep();
        }
    }

    @Override
    public void give() {
        given = true;
        scheduler.wake(waiting);
    }
}
