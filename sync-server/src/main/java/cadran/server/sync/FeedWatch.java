package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import cadran.server.db.Database;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what other nodes over the same database wrote: asks each second how far the feeds are that somebody here listens
 * to. A notification inside the write transaction would cost the writers several times their throughput.
 */
public final class FeedWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FeedWatch.class);
    private static final Duration EACH = Duration.ofSeconds(1);

    private final Database database;
    private final Feed feed;
    private final HintBus bus;
    private final Object lock = new Object();
    private boolean closed;

    FeedWatch(Database database, Feed feed, HintBus bus) {
        this.database = database;
        this.feed = feed;
        this.bus = bus;
    }

    public void start() {
        Thread.ofVirtual().name("feed-watch").start(this::watch);
    }

    long head(OrganisationId organisation) {
        var head = database.inSnapshot(organisation, feed::read);
        return head == null ? 0 : head.seq();
    }

    void look() {
        for (OrganisationId organisation : bus.listenedTo()) {
            bus.changed(organisation, head(organisation));
        }
    }

    private void watch() {
        while (waitForTurn()) {
            try {
                look();
            } catch (RuntimeException databaseAway) {
                log.warn("The feeds can't be looked at; trying again", databaseAway);
            }
        }
    }

    private boolean waitForTurn() {
        long end = System.nanoTime() + EACH.toNanos();
        synchronized (lock) {
            try {
                for (long left = EACH.toMillis(); !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                    lock.wait(left);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
            return !closed;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }
}
