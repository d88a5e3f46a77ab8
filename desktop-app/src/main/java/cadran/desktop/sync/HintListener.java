package cadran.desktop.sync;

import cadran.model.problem.ProblemException;
import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for the server's hints and listens again when the connection ends. Without them changes come a minute later. */
final class HintListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HintListener.class);

    private final SyncServer server;
    private final RandomGenerator random;
    private final LongConsumer onHead;
    private final Alarm alarm = new Alarm();
    private final Thread thread = Thread.ofVirtual().name("hints").unstarted(this::loop);
    private int failures;

    HintListener(SyncServer server, RandomGenerator random, LongConsumer onHead) {
        this.server = server;
        this.random = random;
        this.onHead = onHead;
    }

    void start() {
        thread.start();
    }

    void retry() {
        alarm.ring();
    }

    private void loop() {
        while (!alarm.isOff()) {
            try {
                server.hints(head -> {
                    failures = 0;
                    onHead.accept(head);
                });
            } catch (IOException | ProblemException e) {
                LOG.debug("no hints: {}", e.toString());
            }
            failures++;
            alarm.await(Backoff.SYNC.after(failures, random));
        }
    }

    /** The connection is the server's to end, by {@link SyncServer#reconnect}. */
    @Override
    public void close() {
        alarm.turnOff();
    }
}
