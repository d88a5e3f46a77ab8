package cadran.desktop.store;

import java.util.concurrent.ExecutionException;

/** Waits for what a profile reads into memory. */
public final class Indexed {
    private Indexed() {}

    public static void await(LocalStore store) throws InterruptedException, ExecutionException {
        store.index().settle();
    }
}
