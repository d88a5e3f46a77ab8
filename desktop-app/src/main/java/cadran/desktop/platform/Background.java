package cadran.desktop.platform;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the background. It is entered on the UI thread, with the text key of what is done; the result comes
 * back on the UI thread, and so does failure: to the caller's {@code refused}, or to the one default place.
 */
public final class Background implements AutoCloseable {
    private final Executor ui;
    private final Consumer<Problem> defaultRefused;
    private final Consumer<Throwable> unexpected;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("writer").factory());
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();

    public Background(Executor ui, Consumer<Problem> defaultRefused, Consumer<Throwable> unexpected) {
        this.ui = ui;
        this.defaultRefused = defaultRefused;
        this.unexpected = unexpected;
    }

    /** What runs now; changes on the UI thread. */
    public ObservableList<Job> jobs() {
        return jobs;
    }

    public <T extends @Nullable Object> Job run(String label, Work<T> work, Consumer<? super T> then) {
        return run(Lane.READERS, label, work, then, defaultRefused);
    }

    public <T extends @Nullable Object> Job write(String label, Work<T> work, Consumer<? super T> then) {
        return run(Lane.WRITER, label, work, then, defaultRefused);
    }

    public <T extends @Nullable Object> Job run(
            Lane lane, String label, Work<T> work, Consumer<? super T> then, Consumer<Problem> refused) {
        return start(lane, label, work, then, refused, () -> {});
    }

    /** For typing: one at a time, and only the newest request gets an answer. */
    public Latest latest(String label) {
        return new Latest(this, label);
    }

    /** @param ended runs on the UI thread however it ended, before the result is handed over */
    public <T extends @Nullable Object> Job run(String label, Work<T> work, Consumer<? super T> then, Runnable ended) {
        return start(Lane.READERS, label, work, then, defaultRefused, ended);
    }

    private <T extends @Nullable Object> Job start(
            Lane lane,
            String label,
            Work<T> work,
            Consumer<? super T> then,
            Consumer<Problem> refused,
            Runnable ended) {
        var job = new Job(label, ui);
        jobs.add(job);
        try {
            (lane == Lane.WRITER ? writer : readers).execute(() -> {
                var outcome = perform(job, work, then, refused);
                ui.execute(() -> {
                    jobs.remove(job);
                    ended.run();
                    outcome.run();
                });
            });
        } catch (RejectedExecutionException ending) {
            // The window may still draw, and ask for rows, while the program ends.
            jobs.remove(job);
            job.cancel();
        }
        return job;
    }

    // Whatever the work throws must reach somebody: this is the last frame of its thread.
    private <T extends @Nullable Object> Runnable perform(
            Job job, Work<T> work, Consumer<? super T> then, Consumer<Problem> refused) {
        try {
            job.stopIfCancelled();
            var result = work.run(job);
            return () -> {
                if (!job.isCancelled()) {
                    then.accept(result);
                }
            };
        } catch (ProblemException expected) {
            return () -> {
                if (!job.isCancelled()) {
                    refused.accept(expected.problem());
                }
            };
        } catch (CancellationException asked) {
            return () -> {};
        } catch (Throwable bug) {
            return () -> unexpected.accept(bug);
        }
    }

    /** Lets running writes finish: what was shown as being saved must be. */
    @Override
    public void close() {
        readers.shutdown();
        writer.shutdown();
        try {
            if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
