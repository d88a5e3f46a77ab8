package cadran.server.sync;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What one thread waits for and another gives, once. The simulation, which decides who runs, brings its own. */
public interface Signal {
    void await();

    /** May come before anybody waits. */
    void give();

    static Signal ofThreads() {
        var given = new CompletableFuture<@Nullable Void>();
        return new Signal() {
            @Override
            public void await() {
                given.join();
            }

            @Override
            public void give() {
                given.complete(null);
            }
        };
    }
}
