package cadran.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections whose request never gets past its headers. Each byte that drips in puts Jetty's idle time off, so a
 * few thousand patient clients would otherwise use up the connections. Looks each {@code time}; two looks in a row, so
 * that headers which are just arriving at one of them are no reason.
 */
final class SlowHeads implements Connection.Listener {
    private final Scheduler scheduler;
    private final Duration time;
    private final Map<Connection, Look> looks = new ConcurrentHashMap<>();

    SlowHeads(Scheduler scheduler, Duration time) {
        this.scheduler = scheduler;
        this.time = time;
    }

    /** @param dripped how many looks in a row found more bytes and still no request */
    private record Look(long bytes, long requests, int dripped, Scheduler.Task next) {}

    @Override
    public void onOpened(Connection connection) {
        boolean carriesRequests = connection.getMessagesIn() >= 0;
        if (carriesRequests) remember(connection, 0);
    }

    @Override
    public void onClosed(Connection connection) {
        var look = looks.remove(connection);
        if (look != null) look.next().cancel();
    }

    private void remember(Connection connection, int dripped) {
        var next = scheduler.schedule(() -> look(connection), time.toMillis(), TimeUnit.MILLISECONDS);
        looks.put(connection, new Look(connection.getBytesIn(), connection.getMessagesIn(), dripped, next));
        // Closed meanwhile, and then nobody would forget it.
        if (!connection.getEndPoint().isOpen()) onClosed(connection);
    }

    private void look(Connection connection) {
        var last = looks.get(connection);
        if (last == null) return;
        boolean busy = connection.getMessagesIn() > connection.getMessagesOut();
        boolean drips =
                !busy && connection.getMessagesIn() == last.requests() && connection.getBytesIn() > last.bytes();
        if (drips && last.dripped() == 1) {
            connection.getEndPoint().close();
        } else {
            remember(connection, drips ? 1 : 0);
        }
    }
}
