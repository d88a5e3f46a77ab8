package cadran.server.sync;

import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.sync.OperationResult;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import cadran.server.http.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The operations of some devices: what was seen before is answered from the log, the rest applied, all in one
 * transaction. Each device has its own author, numbers and answers, and is refused alone.
 */
final class Push {
    private final Apply apply;
    private final Feed feed;
    private final OperationLog log;
    private final DeviceNumbers devices = new DeviceNumbers();

    Push(Apply apply, Feed feed, OperationLog log) {
        this.apply = apply;
        this.feed = feed;
        this.log = log;
    }

    record Question(DeviceId device, FeedPosition known, List<IncomingOperation> operations) {}

    record Asked(Caller caller, UserId user, Question question) {}

    sealed interface Reply permits Answer, Refused {
        /** Throws where the push was refused as a whole. */
        Answer answer();
    }

    record Answer(long lastNumber, long head, List<OperationResult> results) implements Reply {
        @Override
        public Answer answer() {
            return this;
        }
    }

    record Refused(HttpProblem problem) implements Reply {
        @Override
        public Answer answer() {
            throw problem;
        }
    }

    /**
     * The replies, in the order of the questions.
     *
     * @param group has no device and no operation twice
     */
    List<Reply> run(Tx tx, List<Asked> group) {
        var accepted = new ArrayList<DevicePush>();
        var replies = begin(tx, group, accepted);
        log.adopt(tx, accepted.stream().flatMap(DevicePush::adopted).toList());
        var applied =
                apply.run(tx, accepted.stream().flatMap(DevicePush::submissions).toList());
        long head = applied.end().seq();
        var outcomes = applied.outcomes().iterator();
        log.append(
                tx,
                accepted.stream()
                        .flatMap(push -> push.concluded(outcomes, head).stream())
                        .toList());
        devices.write(tx, accepted.stream().map(DevicePush::last).toList());
        return replies.stream().map(reply -> reply.apply(head)).toList();
    }

    /** Reads what is known of all of them, with the devices held, and judges each. */
    private List<LongFunction<Reply>> begin(Tx tx, List<Asked> group, List<DevicePush> accepted) {
        var authors = Author.of(tx, group.stream().map(Asked::caller).toList());
        var questions = group.stream().map(Asked::question).toList();
        var locked = devices.lock(tx, questions.stream().map(Question::device).toList());
        var history = feed.history(tx, questions.stream().map(Question::known).toList());
        var operations = questions.stream().flatMap(question -> question.operations().stream());
        var logged = log.find(tx, operations.map(IncomingOperation::id).toList());
        var seen = log.seen(tx, questions.stream().flatMap(DevicePush::earlier).toList());

        var replies = new ArrayList<LongFunction<Reply>>();
        for (int i = 0; i < group.size(); i++) {
            var user = group.get(i).user();
            var question = questions.get(i);
            var device = question.device();
            try {
                var installation = authors.get(i).actor().device();
                var last = DeviceNumbers.of(locked, device, user, installation);
                feed.requireUnforked(history, question.known());
                var ownSeen = seen.getOrDefault(device, new DeviceSeen());
                var push = new DevicePush(authors.get(i).at(device), user, question, last, ownSeen);
                push.sort(logged);
                accepted.add(push);
                replies.add(push::answer);
            } catch (HttpProblem problem) {
                replies.add(head -> new Refused(problem));
            }
        }
        return replies;
    }
}
