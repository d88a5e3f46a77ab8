package cadran.server.sync;

import cadran.model.ids.UserId;
import cadran.model.problem.Problem;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Verdict;
import cadran.server.http.HttpProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One device's push in its group: what of it has been answered before, what is new, and what it is answered now. */
final class DevicePush {
    private static final int CONFLICT = 409;

    private final Author author;
    private final UserId user;
    private final Push.Question question;
    private final DeviceNumbers.Last before;
    private final DeviceSeen seen;

    private final List<IncomingOperation> fresh = new ArrayList<>();
    private final List<OperationLog.Adopted> adopted = new ArrayList<>();
    private final Map<UUID, OperationResult> answers = new HashMap<>();

    DevicePush(Author author, UserId user, Push.Question question, DeviceNumbers.Last before, DeviceSeen seen) {
        this.author = author;
        this.user = user;
        this.question = question;
        this.before = before;
        this.seen = seen;
    }

    /** What the operations say they come after, as far as it came in an earlier push. */
    static Stream<OperationLog.Earlier> earlier(Push.Question question) {
        var operations = question.operations();
        return operations.stream()
                .filter(one -> one.operation() != null)
                .map(one -> one.readable().after())
                .filter(number -> number > 0 && number < operations.getFirst().number())
                .distinct()
                .map(number -> new OperationLog.Earlier(question.device(), number));
    }

    void sort(Map<UUID, OperationLog.Logged> logged) {
        requireContiguous();
        var ids = new HashSet<UUID>();
        for (IncomingOperation operation : question.operations()) {
            var entry = logged.get(operation.id());
            if (entry != null) {
                recognise(operation, entry);
            } else if (operation.number() <= before.number()) {
                // The number was used for something else: this device's memory is of another time.
                throw Feed.forked();
            } else if (ids.add(operation.id())) {
                fresh.add(operation);
            }
        }
    }

    private void requireContiguous() {
        var operations = question.operations();
        long next = operations.isEmpty() ? 0 : Math.min(operations.getFirst().number(), before.number() + 1);
        for (IncomingOperation operation : operations) {
            if (operation.number() != next) {
                throw HttpProblem.of(CONFLICT, Problem.of("sync.gap").with("expected", next));
            }
            next++;
        }
    }

    private void recognise(IncomingOperation operation, OperationLog.Logged entry) {
        if (!entry.user().equals(user)) {
            var taken = Problem.of("operation.id_taken");
            answers.put(operation.id(), refused(operation, taken, entry.result().change()));
            return;
        }
        answers.put(operation.id(), entry.result());
        seen.put(operation.number(), entry.row(), entry.seenVersion());
        if (!entry.device().equals(question.device()) && operation.number() > before.number()) {
            adopted.add(new OperationLog.Adopted(question.device(), operation.number(), operation.id()));
        }
    }

    Stream<OperationLog.Adopted> adopted() {
        return adopted.stream();
    }

    Stream<Submission> submissions() {
        return fresh.stream()
                .filter(one -> one.unreadable() == null)
                .map(one -> new Submission(author, seen, one.readable()));
    }

    /**
     * The answers to what is new, for the log.
     *
     * @param outcomes of the submissions of all pushes; this one takes its own
     */
    List<OperationLog.Logged> concluded(Iterator<Outcome> outcomes, long change) {
        var entries = new ArrayList<OperationLog.Logged>(fresh.size());
        for (IncomingOperation one : fresh) {
            var entry = one.unreadable() == null
                    ? logged(one.readable().intent().rowId(), outcomes.next())
                    : logged(null, -1, refused(one, one.unreadable(), change));
            entries.add(entry);
            answers.put(one.id(), entry.result());
        }
        return entries;
    }

    private OperationLog.Logged logged(UUID row, Outcome outcome) {
        return logged(row, DeviceSeen.version(outcome.row(), outcome.seen()), outcome.result());
    }

    private OperationLog.Logged logged(@Nullable UUID row, long seenVersion, OperationResult result) {
        return new OperationLog.Logged(question.device(), user, row, seenVersion, result);
    }

    private static OperationResult refused(IncomingOperation one, Problem problem, long change) {
        return new OperationResult(one.number(), one.id(), one.entity(), Verdict.REFUSED, change, 0, problem, Map.of());
    }

    /** Where the device's numbers end with this push. */
    DeviceNumbers.Last last() {
        var operations = question.operations();
        return operations.isEmpty()
                ? before
                : before.at(Math.max(before.number(), operations.getLast().number()));
    }

    Push.Answer answer(long head) {
        var results = question.operations().stream()
                .map(one -> Objects.requireNonNull(answers.get(one.id())).numbered(one.number()))
                .toList();
        return new Push.Answer(last().number(), head, results);
    }
}
