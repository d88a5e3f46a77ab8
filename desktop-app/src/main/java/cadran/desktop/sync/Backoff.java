package cadran.desktop.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a number of failures in a row: longer and longer, and never all clients at once. */
record Backoff(Duration first, Duration most) {
    static final Backoff SYNC = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

    Duration after(int failures, RandomGenerator random) {
        int doublings = Math.min(failures - 1, 20);
        long longest = Math.min(most.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
