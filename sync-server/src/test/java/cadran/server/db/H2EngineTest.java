package cadran.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class H2EngineTest {
    private final AtomicInteger forces = new AtomicInteger();
    private final ReentrantLock writers = new ReentrantLock();
    private final H2Engine engine =
            new H2Engine(DatabaseSettings.at("jdbc:h2:mem:nothing", "", ""), writers, force -> new Forcing() {
                @Override
                public void await() {
                    forces.incrementAndGet();
                }

                @Override
                public void close() {}
            });

    @Test
    void aWriterWaitsForTheOneBeforeIt() throws InterruptedException {
        var order = new ArrayList<String>();
        var inside = new CountDownLatch(1);
        var first = Thread.ofVirtual()
                .start(() -> engine.write(() -> {
                    inside.countDown();
                    while (!writers.hasQueuedThreads()) Thread.onSpinWait();
                    return order.add("first");
                }));
        inside.await();
        engine.write(() -> order.add("second"));
        first.join();
        assertEquals(List.of("first", "second"), order);
    }

    @Test
    void whoReadWhileSomebodyWroteWaitsForTheDisk() {
        engine.read(() -> 1);
        assertEquals(0, forces.get());
        engine.write(() -> engine.read(() -> 1));
        assertEquals(2, forces.get());
    }
}
