package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Wakes those who listen to an organisation's feed. Telling it costs a writer a moment, however many listen and
 * however slow they are: each listener waits in its own thread and reads the newest head when it gets there.
 */
public final class HintBus implements AutoCloseable {
    /** To all listeners of an organisation together, while its feed moves without a pause. */
    private static final int HINTS_A_SECOND = 2_000;

    private final Map<OrganisationId, Channel> channels = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** What was told last about one organisation. */
    private static final class Channel {
        private final AtomicInteger listeners = new AtomicInteger();
        private long head;

        private synchronized void tell(long newHead) {
            if (newHead <= head) return;
            head = newHead;
            notifyAll();
        }

        private synchronized void wake() {
            notifyAll();
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
            long end = System.nanoTime() + time.toNanos();
            synchronized (channel) {
                for (long left = time.toMillis();
                        channel.head <= seen && !closed && left > 0;
                        left = (end - System.nanoTime()) / 1_000_000) {
                    channel.wait(left);
                }
                return channel.head > seen && !closed ? channel.head : null;
            }
        }

        /**
         * Waits in any case, so that what happens meanwhile becomes one hint: the longer, the more others are told as well,
         * each of whom comes and asks.
         */
        void rest(Duration least) throws InterruptedException {
            var share = Duration.ofSeconds(channel.listeners.get()).dividedBy(HINTS_A_SECOND);
            await(Long.MAX_VALUE, least.compareTo(share) < 0 ? share : least);
        }

        @Override
        public void close() {
            channels.computeIfPresent(
                    organisation, (id, known) -> known.listeners.decrementAndGet() == 0 ? null : known);
        }
    }
}
