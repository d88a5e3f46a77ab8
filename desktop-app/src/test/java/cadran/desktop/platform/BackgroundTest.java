package cadran.desktop.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Throwable> bugs = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final Background background = new Background(ui::add, problems::add, bugs::add);

    @AfterEach
    void close() {
        background.close();
    }

    private void runNext() throws InterruptedException {
        var task = ui.poll(20, TimeUnit.SECONDS);
        assertTrue(task != null, "nothing came back to the UI thread");
        task.run();
    }

    @Test
    void theResultComesBackOnTheUiThread() throws Exception {
        background.run("work.load", progress -> "done", results::add);
        assertEquals(1, background.jobs().size());
        runNext();
        assertEquals(List.of("done"), results);
        assertEquals(0, background.jobs().size());
    }

    @Test
    void expectedAndUnexpectedFailuresGoToTheirDefaultPlaces() throws Exception {
        var bug = new IllegalStateException("bug");
        background.<String>run(
                "work.load",
                progress -> {
                    throw Problem.of("row.deleted").asException();
                },
                results::add);
        runNext();
        background.<String>run(
                "work.load",
                progress -> {
                    throw bug;
                },
                results::add);
        runNext();
        assertEquals(List.of(Problem.of("row.deleted")), problems);
        assertSame(bug, bugs.getFirst());
    }

    @Test
    void whoAsksWhileTheProgramEndsGetsNothing() {
        background.close();
        var read = background.run("work.load", progress -> "late", results::add);
        var written = background.write("work.load", progress -> "late", results::add);
        assertTrue(read.isCancelled() && written.isCancelled());
        assertEquals(List.of(), background.jobs());
    }

    @Test
    void aCancelledResultIsNotDelivered() throws Exception {
        var cancelled = new CountDownLatch(1);
        var job = background.run(
                "work.load",
                progress -> {
                    cancelled.await();
                    progress.stopIfCancelled();
                    return "too late";
                },
                results::add);
        job.cancel();
        cancelled.countDown();
        runNext();
        assertEquals(List.of(), results);
        assertEquals(List.of(), bugs);
    }

    @Test
    void writesHappenOneAfterTheOtherInTheOrderAsked() throws Exception {
        var order = java.util.Collections.synchronizedList(new ArrayList<Integer>());
        for (int i = 0; i < 20; i++) {
            int number = i;
            background.write("work.load", progress -> order.add(number), added -> {});
        }
        for (int i = 0; i < 20; i++) {
            runNext();
        }
        assertEquals(java.util.stream.IntStream.range(0, 20).boxed().toList(), order);
    }

    @Test
    void ofManyRequestsWhileOneRunsOnlyTheNewestIsAnswered() throws Exception {
        var gate = new CountDownLatch(1);
        var latest = background.latest("work.search");
        latest.run(
                progress -> {
                    gate.await();
                    return "first";
                },
                results::add);
        latest.run(progress -> "second", results::add);
        latest.run(progress -> "third", results::add);
        gate.countDown();
        runNext();
        runNext();
        assertEquals(List.of("third"), results);
        assertTrue(ui.isEmpty());
    }
}
