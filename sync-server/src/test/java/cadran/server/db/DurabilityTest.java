package cadran.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurabilityTest {
    private final AtomicInteger rounds = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private void slowRound() {
        begun.countDown();
        await(goOn);
        rounds.incrementAndGet();
    }

    @Test
    void whoeverComesDuringARoundIsServedByTheNextAndSharesIt() throws InterruptedException {
        try (var durability = new Durability(this::slowRound)) {
            var first = Thread.ofVirtual().start(durability::await);
            await(begun);
            var servedBy = new ConcurrentLinkedQueue<Integer>();
            var late = IntStream.range(0, 50)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> {
                        durability.await();
                        servedBy.add(rounds.get());
                    }))
                    .toList();
            while (!late.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) Thread.onSpinWait();
            goOn.countDown();
            first.join();
            for (var thread : late) thread.join();
            assertEquals(Collections.nCopies(50, 2), List.copyOf(servedBy));
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
