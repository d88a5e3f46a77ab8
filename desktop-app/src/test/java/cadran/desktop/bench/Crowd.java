package cadran.desktop.bench;

import cadran.desktop.store.SyncState;
import cadran.model.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Clients that listen and pull after each hint, as the engine does, but keep nothing; and fifty pushes a second. */
final class Crowd implements AutoCloseable {
    private static final int PUSHES_PER_SECOND = 50;

    private final List<Pusher> members = new ArrayList<>();
    private final List<UUID> rows;
    private final AtomicLong pulls = new AtomicLong();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong pushes = new AtomicLong();
    private final @Nullable ScheduledExecutorService pushing;
    private final long began = System.nanoTime();
    private volatile boolean closed;

    Crowd(Central central, int size, List<UUID> rows) throws IOException {
        this.rows = rows;
        var tokens = central.tokens(UUID.randomUUID(), central.signIn(UUID.randomUUID()));
        for (int i = 0; i < size; i++) {
            members.add(new Pusher(central, tokens));
        }
        pushing = size == 0 ? null : Executors.newSingleThreadScheduledExecutor();
    }

    void start() {
        members.forEach(member -> Thread.ofVirtual().start(() -> listen(member)));
        if (pushing != null) {
            // Nobody waits with an edit because another's push takes long.
            var _ = pushing.scheduleAtFixedRate(
                    () -> Thread.ofVirtual().start(this::push),
                    0,
                    1_000_000 / PUSHES_PER_SECOND,
                    TimeUnit.MICROSECONDS);
        }
    }

    private void push() {
        long count = begun.getAndIncrement();
        var member = members.get((int) (count % members.size()));
        try {
            member.push(List.of(Numbers.describe(rows.get((int) (count % rows.size())), "Foule " + count)));
            pushes.incrementAndGet();
        } catch (IOException e) {
            if (!closed) throw new IllegalStateException(e);
        }
    }

    private void listen(Pusher member) {
        var state = new @Nullable SyncState[] {null};
        try {
            member.server().hints(head -> state[0] = pull(member, state[0], head));
        } catch (IOException e) {
            if (!closed) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The first hint says where to begin, and one about what a page before it had says nothing. */
    private @Nullable SyncState pull(Pusher member, @Nullable SyncState state, long head) {
        if (state != null && state.cursor() >= head) return state;
        var page = new RowCount();
        try {
            if (state == null) {
                member.server().opening(page);
            } else {
                member.server().pull(state, member.device(), member.answered(), page);
                pulls.incrementAndGet();
            }
        } catch (IOException e) {
            if (closed) return state;
            throw new IllegalStateException("at " + head, e);
        }
        return new SyncState(page.head().feed(), page.head().to(), page.head().hash(), Schema.NUMBER, null);
    }

    Figures report(Figures figures) {
        double seconds = FirstSync.seconds(began);
        return figures.put("clients", members.size())
                .put("crowd_pushes_per_s", pushes.get() / seconds)
                .put("crowd_pulls_per_s", pulls.get() / seconds);
    }

    @Override
    public void close() {
        closed = true;
        if (pushing != null) {
            pushing.shutdownNow();
        }
        members.forEach(member -> {
            member.server().reconnect();
            member.close();
        });
    }
}
