package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Server-sent events that say how far the feed is: the first change at once, what follows within 20 ms, or longer when many
 * listen, as one, and a sign of life each 15 s. Losing them costs time only.
 */
final class HintStream {
    private static final Duration LEAST_REST = Duration.ofMillis(20);
    /** To all who listen to a feed that moves without a pause: each of them comes and asks. */
    private static final int HINTS_A_SECOND = 1_000;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** Not longer than an access token lives: who has lost their rights doesn't go on listening. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final HintBus bus;
    private final FeedWatch watch;
    private final IntFunction<Duration> rest;

    HintStream(HintBus bus, FeedWatch watch) {
        this(bus, watch, HintStream::rest);
    }

    /** @param rest after a hint, for so many listeners */
    HintStream(HintBus bus, FeedWatch watch, IntFunction<Duration> rest) {
        this.bus = bus;
        this.watch = watch;
        this.rest = rest;
    }

    static Duration rest(int listeners) {
        var share = Duration.ofSeconds(listeners).dividedBy(HINTS_A_SECOND);
        return share.compareTo(LEAST_REST) < 0 ? LEAST_REST : share;
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
                listener.rest(rest.apply(listener.company()));
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
