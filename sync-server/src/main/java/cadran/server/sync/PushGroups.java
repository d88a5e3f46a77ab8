package cadran.server.sync;

import cadran.model.ids.DeviceId;
import cadran.model.ids.OrganisationId;
import cadran.server.db.Database;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pushes that come while another one of their organisation is being written wait for it; then the first of them writes
 * all of them in one transaction. They would wait for each other at the organisation's counter in any case, and
 * together they cost hardly more than one: the same statements, one commit, one force of the disk.
 */
final class PushGroups {
    /** More would only make those that come now wait for longer. */
    private static final int PUSHES = 64;

    private static final int OPERATIONS = 1_000;

    private final Database database;
    private final Push push;
    private final Supplier<Signal> signals;

    /** Who waits, by organisation; one that is not in here has nobody writing. */
    private final Map<OrganisationId, Queue<Waiting>> queues = new HashMap<>();

    PushGroups(Database database, Push push, Supplier<Signal> signals) {
        this.database = database;
        this.push = push;
        this.signals = signals;
    }

    /** Until its signal, a push is in the hands of the thread that leads. */
    private static final class Waiting {
        private final Push.Asked asked;
        private final Signal signal;
        private boolean leads;
        private Push.@Nullable Reply reply;

        private Waiting(Push.Asked asked, Signal signal) {
            this.asked = asked;
            this.signal = signal;
        }
    }

    Push.Answer push(OrganisationId organisation, Push.Asked asked) {
        var mine = new Waiting(asked, signals.get());
        enter(organisation, mine);
        mine.signal.await();
        if (mine.leads) lead(organisation);
        // A group that fails is broken up: whoever it was because of then fails alone.
        var reply = mine.reply == null ? write(organisation, List.of(asked)).getFirst() : mine.reply;
        return reply.answer();
    }

    private synchronized void enter(OrganisationId organisation, Waiting mine) {
        var queue = queues.get(organisation);
        boolean nobodyWrites = queue == null;
        if (queue == null) {
            queue = new ArrayDeque<>();
            queues.put(organisation, queue);
        }
        queue.add(mine);
        if (nobodyWrites) callUpon(mine);
    }

    private static void callUpon(Waiting next) {
        next.leads = true;
        next.signal.give();
    }

    private void lead(OrganisationId organisation) {
        var group = nextGroup(organisation);
        try {
            var replies =
                    write(organisation, group.stream().map(one -> one.asked).toList());
            for (int i = 0; i < group.size(); i++) group.get(i).reply = replies.get(i);
        } catch (RuntimeException failure) {
            if (group.size() == 1) throw failure;
        } finally {
            handOver(organisation);
            group.stream().filter(one -> !one.leads).forEach(one -> one.signal.give());
        }
    }

    private List<Push.Reply> write(OrganisationId organisation, List<Push.Asked> group) {
        return database.inOrganisation(organisation, tx -> push.run(tx, group));
    }

    /** In the order in which they came, up to one that must come after another: of the same device, or sent again. */
    private synchronized List<Waiting> nextGroup(OrganisationId organisation) {
        var queue = Objects.requireNonNull(queues.get(organisation));
        var group = new ArrayList<Waiting>();
        var devices = new HashSet<DeviceId>();
        var operations = new HashSet<UUID>();
        for (var next = queue.peek(); next != null && group.size() < PUSHES; next = queue.peek()) {
            var question = next.asked.question();
            var ids = question.operations().stream().map(IncomingOperation::id).toList();
            boolean fits = group.isEmpty() || operations.size() + ids.size() <= OPERATIONS;
            if (!fits || !devices.add(question.device()) || !Collections.disjoint(operations, ids)) break;
            operations.addAll(ids);
            group.add(queue.remove());
        }
        return group;
    }

    private synchronized void handOver(OrganisationId organisation) {
        var next = Objects.requireNonNull(queues.get(organisation)).peek();
        if (next == null) {
            queues.remove(organisation);
        } else {
            callUpon(next);
        }
    }
}
