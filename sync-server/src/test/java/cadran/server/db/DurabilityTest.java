package cadran.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DurabilityTest {
    @Test
    void whoeverWaitsDuringARoundSharesTheNext() throws Exception {
        var rounds = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var durability = new Durability(() -> {
                    rounds.incrementAndGet();
                    begun.countDown();
                    await(goOn);
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(durability::await);
            await(begun);
            var arrived = new CountDownLatch(50);
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> {
                    arrived.countDown();
                    durability.await();
                });
            }
            await(arrived);
            goOn.countDown();
            first.get();
        }
        assertTrue(rounds.get() >= 2 && rounds.get() <= 10, "rounds: " + rounds);
    }

    @Test
    void whoCameAfterTheRoundBeganIsNotServedByIt() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var forced = new AtomicInteger();
        try (var durability = new Durability(() -> {
                    begun.countDown();
                    await(goOn);
                    forced.incrementAndGet();
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(durability::await);
            await(begun);
            var late = threads.submit(() -> {
                durability.await();
                return forced.get();
            });
            goOn.countDown();
            assertEquals(2, late.get());
        }
    }

    @Test
    void aDiskThatFailsIsToldToWhoeverWaits() {
        try (var durability = new Durability(() -> {
            throw new IllegalStateException("disk");
        })) {
            assertThrows(CompletionException.class, durability::await);
        }
    }

    @Test
    void afterTheEndNobodyWaitsForEver() {
        var durability = new Durability(() -> {});
        durability.close();
        assertThrows(IllegalStateException.class, durability::await);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
