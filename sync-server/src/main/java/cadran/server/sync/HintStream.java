package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Server-sent events that say how far the feed is: the first change at once, what follows within 20 ms, or longer when many
 * listen, as one, and a sign of life each 15 s. Losing them costs time only.
 */
final class HintStream {
    private static final Duration COALESCED = Duration.ofMillis(20);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** Not longer than an access token lives: who has lost their rights doesn't go on listening. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final HintBus bus;
    private final FeedWatch watch;
    private final Duration coalesced;

    HintStream(HintBus bus, FeedWatch watch) {
        this(bus, watch, COALESCED);
    }

    HintStream(HintBus bus, FeedWatch watch, Duration coalesced) {
        this.bus = bus;
        this.watch = watch;
        this.coalesced = coalesced;
    }

    /** Writes until the bus closes, the time is over or the client is gone, which shows as an exception. */
    void write(OrganisationId organisation, OutputStream out) throws IOException {
        long end = System.nanoTime() + LIFE.toNanos();
        try (var listener = bus.listen(organisation)) {
            long head = watch.head(organisation);
            send(out, head);
            while (listener.isOpen() && System.nanoTime() < end) {
                Long next = listener.await(head, HEARTBEAT);
                if (next == null) {
                    write(out, ":\n\n");
                    continue;
                }
                head = next;
                send(out, head);
                listener.rest(coalesced);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(OutputStream out, long head) throws IOException {
        write(out, "data: {\"head\":" + head + "}\n\n");
    }

    private static void write(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
