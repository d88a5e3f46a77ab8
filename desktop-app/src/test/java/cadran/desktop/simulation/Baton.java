package cadran.desktop.simulation;

import java.util.concurrent.Semaphore;

/** What its holder must have to run. */
final class Baton {
    private final Semaphore here = new Semaphore(0);

    void pass() {
        here.release();
    }

    void await() {
        here.acquireUninterruptibly();
    }
}
