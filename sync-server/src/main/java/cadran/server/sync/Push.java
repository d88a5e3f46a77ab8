package cadran.server.sync;

import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.problem.Problem;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Verdict;
import cadran.server.db.Tx;
import cadran.server.http.HttpProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A device's operations: what was seen before is answered from the log, the rest applied, all in one transaction. */
final class Push {
    private static final int CONFLICT = 409;

    private final Apply apply;
    private final Feed feed;
    private final OperationLog log;

    Push(Apply apply, Feed feed, OperationLog log) {
        this.apply = apply;
        this.feed = feed;
        this.log = log;
    }

    record Question(DeviceId device, FeedPosition known, List<IncomingOperation> operations) {}

    record Answer(long lastNumber, long head, List<OperationResult> results) {}

    Answer run(Tx tx, Author author, UserId user, Question question) {
        var device = question.device();
        var operations = question.operations();
        long last = log.lock(tx, device, user);
        feed.requireUnforked(tx, question.known());
        requireContiguous(operations, last);

        var logged = log.find(tx, operations.stream().map(IncomingOperation::id).toList());
        var seen = seenBefore(tx, device, operations);
        var known = new HashMap<Integer, OperationResult>();
        var fresh = new ArrayList<IncomingOperation>();
        var ids = new HashSet<UUID>();
        var adopted = new ArrayList<OperationResult>();
        for (int i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            var entry = logged.get(operation.id());
            if (entry == null) {
                // The number was used for something else: this device's memory is of another time.
                if (operation.number() <= last) throw Feed.forked();
                if (ids.add(operation.id())) fresh.add(operation);
                continue;
            }
            boolean own = entry.user().equals(user);
            var result = own
                    ? entry.result().numbered(operation.number())
                    : taken(operation, entry.result().change());
            known.put(i, result);
            if (own) seen.put(operation.number(), entry.row(), entry.seenVersion());
            if (own && !entry.device().equals(device) && operation.number() > last) adopted.add(result);
        }
        log.adopt(tx, device, adopted);
        var answers = applyFresh(tx, author.at(device), user, device, fresh, seen, lastNumber(operations, last));
        var results = new ArrayList<OperationResult>(operations.size());
        for (int i = 0; i < operations.size(); i++) {
            var result = known.get(i);
            results.add(
                    result != null
                            ? result
                            : Objects.requireNonNull(
                                            answers.get(operations.get(i).id()))
                                    .numbered(operations.get(i).number()));
        }
        var head = Objects.requireNonNull(feed.read(tx));
        return new Answer(lastNumber(operations, last), head.seq(), results);
    }

    private Map<UUID, OperationResult> applyFresh(
            Tx tx,
            Author author,
            UserId user,
            DeviceId device,
            List<IncomingOperation> fresh,
            DeviceSeen seen,
            long lastNumber) {
        var readable = fresh.stream()
                .filter(one -> one.unreadable() == null)
                .map(IncomingOperation::readable)
                .toList();
        var applied = apply.run(tx, author, readable, seen);
        var entries = new ArrayList<OperationLog.Logged>();
        var rows = new HashMap<Long, UUID>();
        readable.forEach(one -> rows.put(one.number(), one.intent().rowId()));
        for (Outcome outcome : applied.outcomes()) {
            var result = outcome.result();
            entries.add(new OperationLog.Logged(
                    device,
                    user,
                    rows.get(result.number()),
                    DeviceSeen.version(outcome.row(), outcome.seen()),
                    result));
        }
        for (IncomingOperation one : fresh) {
            if (one.unreadable() == null) continue;
            var result = refused(one, one.unreadable(), applied.end().seq());
            entries.add(new OperationLog.Logged(device, user, null, -1, result));
        }
        log.append(tx, device, user, entries, lastNumber);
        var answers = new HashMap<UUID, OperationResult>();
        entries.forEach(entry -> answers.put(entry.result().operation(), entry.result()));
        return answers;
    }

    /** What the operations say they come after, as far as it came in an earlier push. */
    private DeviceSeen seenBefore(Tx tx, DeviceId device, List<IncomingOperation> operations) {
        var numbers = operations.stream()
                .filter(one -> one.operation() != null)
                .map(one -> one.readable().after())
                .filter(number -> number > 0 && number < operations.getFirst().number())
                .distinct()
                .toList();
        var seen = new DeviceSeen();
        log.numbered(tx, device, numbers)
                .forEach((number, entry) -> seen.put(number, entry.row(), entry.seenVersion()));
        return seen;
    }

    private static void requireContiguous(List<IncomingOperation> operations, long last) {
        long next = operations.isEmpty() ? 0 : Math.min(operations.getFirst().number(), last + 1);
        for (IncomingOperation operation : operations) {
            if (operation.number() != next) {
                throw HttpProblem.of(CONFLICT, Problem.of("sync.gap").with("expected", next));
            }
            next++;
        }
    }

    private static long lastNumber(List<IncomingOperation> operations, long last) {
        return operations.isEmpty() ? last : Math.max(last, operations.getLast().number());
    }

    private static OperationResult taken(IncomingOperation operation, long change) {
        return refused(operation, Problem.of("operation.id_taken"), change);
    }

    private static OperationResult refused(IncomingOperation one, Problem problem, long change) {
        return new OperationResult(one.number(), one.id(), one.entity(), Verdict.REFUSED, change, 0, problem, Map.of());
    }
}
