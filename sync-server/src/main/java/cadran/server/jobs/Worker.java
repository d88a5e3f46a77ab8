package cadran.server.jobs;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the jobs of one kind. It may run again after a crash between its effect and the end of the job, so its effect
 * must be the same when done twice.
 *
 * @param every the period of recurring work, null for work that is enqueued
 */
public record Worker(String kind, @Nullable Duration every, Consumer<Job> work) {
    public static Worker recurring(String kind, Duration every, Runnable work) {
        return new Worker(kind, every, job -> work.run());
    }

    public static Worker of(String kind, Consumer<Job> work) {
        return new Worker(kind, null, work);
    }
}
