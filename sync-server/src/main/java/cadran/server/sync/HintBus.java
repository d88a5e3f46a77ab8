package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Wakes those who listen to an organisation's feed. Telling it costs a writer a moment, however many listen and
 * however slow they are: each listener waits in its own thread and reads the newest head when it gets there.
 */
public final class HintBus implements AutoCloseable {
    private final Map<OrganisationId, Channel> channels = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * What was told last about one organisation. Not a monitor: with two hundred virtual threads that wait in one, one of
     * them was seen to wait without ever leaving its processor (Java 25).
     */
    private static final class Channel {
        private final AtomicInteger listeners = new AtomicInteger();
        private final Lock lock = new ReentrantLock();
        private final Condition moved = lock.newCondition();
        private long head;

        private void tell(long newHead) {
            lock.lock();
            try {
                if (newHead <= head) return;
                head = newHead;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void wake() {
            lock.lock();
            try {
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The feed of the organisation has got to this number. */
    public void changed(OrganisationId organisation, long head) {
        var channel = channels.get(organisation);
        if (channel != null) channel.tell(head);
    }

    /** Organisations that somebody listens to. */
    Set<OrganisationId> listenedTo() {
        return Set.copyOf(channels.keySet());
    }

    Listener listen(OrganisationId organisation) {
        var channel = channels.compute(organisation, (id, known) -> {
            var open = known == null ? new Channel() : known;
            open.listeners.incrementAndGet();
            return open;
        });
        return new Listener(organisation, channel);
    }

    /** Every listener's wait ends at once. */
    @Override
    public void close() {
        closed = true;
        channels.values().forEach(Channel::wake);
    }

    /** One who waits for the feed to move on. */
    final class Listener implements AutoCloseable {
        private final OrganisationId organisation;
        private final Channel channel;

        private Listener(OrganisationId organisation, Channel channel) {
            this.organisation = organisation;
            this.channel = channel;
        }

        boolean isOpen() {
            return !closed;
        }

        /** The head as soon as it is beyond {@code seen}, or null when it isn't in time. */
        @Nullable
        Long await(long seen, Duration time) throws InterruptedException {
            channel.lock.lock();
            try {
                long left = time.toNanos();
                while (channel.head <= seen && !closed && left > 0) {
                    left = channel.moved.awaitNanos(left);
                }
                return channel.head > seen && !closed ? channel.head : null;
            } finally {
                channel.lock.unlock();
            }
        }

        /** How many listen to the same feed, this one among them. */
        int company() {
            return channel.listeners.get();
        }

        /** Waits in any case, so that what happens meanwhile becomes one hint. */
        void rest(Duration time) throws InterruptedException {
            await(Long.MAX_VALUE, time);
        }

        @Override
        public void close() {
            channels.computeIfPresent(
                    organisation, (id, known) -> known.listeners.decrementAndGet() == 0 ? null : known);
        }
    }
}
