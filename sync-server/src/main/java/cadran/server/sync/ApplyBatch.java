package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Audiences;
import cadran.model.sync.Decide;
import cadran.model.sync.Decision;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Intent;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Operation;
import cadran.model.sync.Rights;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import cadran.server.db.Tx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Operations that are decided one after the other and written together. A refused one leaves nothing behind, because
 * nothing is written before it is known to be right: so no savepoints, and a thousand cost a few statements.
 */
final class ApplyBatch {
    /** One decided operation. */
    record Decided(
            Submission submission,
            Decision decision,
            @Nullable Row before,
            @Nullable Row row,
            boolean seen) {
        boolean isChange() {
            return changes(decision, before);
        }
    }

    private final Tx tx;
    private final EntityStore store;
    private final WorkingRows rows;
    private final KeyHolders keys;
    private final References references;
    private final Surroundings surroundings;

    ApplyBatch(Tx tx, EntityStore store, InstantSource clock) {
        this.tx = tx;
        this.store = store;
        this.rows = new WorkingRows(store, tx);
        this.keys = new KeyHolders(store, tx);
        this.references = new References(store, tx, rows, this::write);
        this.surroundings = new Surroundings(store, tx, rows, this::write, clock);
    }

    List<Decided> decide(List<Submission> submissions, Feed feed) {
        load(submissions, feed);
        var decided = new ArrayList<Decided>(submissions.size());
        for (Submission submission : submissions) {
            var one = decide(submission);
            submission.seen().decided(submission.operation(), one.row(), one.seen());
            decided.add(one);
        }
        write();
        return decided;
    }

    /** Each of the lists is done as a whole or not at all. */
    List<Decided> decideWholes(List<List<Submission>> wholes, Feed feed) {
        var all = wholes.stream().flatMap(List::stream).toList();
        load(all, feed);
        var decided = new ArrayList<Decided>(all.size());
        wholes.forEach(whole -> decided.addAll(decideWhole(whole)));
        write();
        return decided;
    }

    private void load(List<Submission> submissions, Feed feed) {
        var operations = submissions.stream().map(Submission::operation).toList();
        rows.load(operations, feed);
        expect(operations);
    }

    private List<Decided> decideWhole(List<Submission> whole) {
        var undo = rows.undo(whole.stream().map(Submission::operation).toList());
        var done = new ArrayList<Decided>(whole.size());
        for (Submission submission : whole) {
            var one = decide(submission);
            done.add(one);
            var problem = one.decision().problem();
            if (problem == null) continue;
            for (Decided before : done.reversed()) {
                if (before.isChange()) {
                    var row = before.submission().operation().intent().rowId();
                    keys.move(row, KeyHolders.of(before.row()), KeyHolders.of(before.before()));
                }
            }
            undo.run();
            return whole.stream().map(each -> notDone(each, problem)).toList();
        }
        return done;
    }

    private Decided notDone(Submission submission, Problem problem) {
        var intent = submission.operation().intent();
        var row = rows.get(Schema.type(intent.entity()), intent.rowId()).now();
        return new Decided(submission, Decision.refused(row, problem), row, row, false);
    }

    /** What changed, with the feed's lock held. */
    List<Pointer> pointers() {
        references.recheck();
        surroundings.recheck();
        return rows.pointers();
    }

    private void write() {
        rows.write();
        keys.written();
    }

    private Decided decide(Submission submission) {
        var operation = submission.operation();
        var intent = operation.intent();
        var type = Schema.type(intent.entity());
        var there = rows.get(type, intent.rowId()).now();
        boolean hidden = there != null && !submission.author().audiences().contains(there.audience());
        Row current = hidden ? null : there;
        boolean seen = current == null
                || current.version() == operation.baseVersion()
                || current.version() == submission.seen().after(operation);
        var decision = decision(type, submission, current, hidden, seen);
        if (!changes(decision, current)) return new Decided(submission, decision, current, current, seen);

        keys.move(intent.rowId(), KeyHolders.of(current), KeyHolders.of(decision.after()));
        rows.change(type, intent.rowId(), decision.after());
        return new Decided(
                submission, decision, current, rows.get(type, intent.rowId()).now(), seen);
    }

    private static boolean changes(Decision decision, @Nullable Row current) {
        return !Objects.equals(decision.after(), current);
    }

    private Decision decision(
            EntityType<?> type, Submission submission, @Nullable Row current, boolean hidden, boolean seen) {
        var author = submission.author();
        var intent = submission.operation().intent();
        if (!author.may(type.writePermission())) return Decision.refused(current, missing(type.writePermission()));
        if (hidden && intent instanceof Intent.Create) {
            return Decision.refused(null, Problem.of("row.exists"));
        }
        try {
            var decision =
                    Decide.decide(type, intent, current, seen, tx.organisation().value());
            if (decision.verdict() == Verdict.REFUSED) return decision;
            var problem =
                    Audiences.check(author.permissions(), author.audiences(), author.self(), current, decision.after());
            // Who may not write a row hears so, also when it is as they want it.
            if (problem == null && !changes(decision, current)) return decision;
            if (problem == null) problem = problemWith(author, current, decision.after());
            if (problem == null) return decision;
            // Of a conflict, what did not clash is left out as well when it can't be done.
            return decision.verdict() == Verdict.CONFLICT
                    ? new Decision(Verdict.CONFLICT, current, decision.problem(), decision.theirs())
                    : Decision.refused(current, problem);
        } catch (ProblemException unreadable) {
            return Decision.refused(current, unreadable.problem());
        }
    }

    private static Problem missing(Permission permission) {
        return Problem.of("right.missing").with("right", permission);
    }

    private @Nullable Problem problemWith(Author author, @Nullable Row current, @Nullable Row after) {
        var beside = surroundings.of(author);
        if (after == null) return problemWithDelete(Objects.requireNonNull(current), beside);
        var right = Rights.missing(author.permissions(), current, after);
        if (right != null) return missing(right);
        var unknown = references.check(author, current, after);
        if (unknown != null) return unknown;
        var broken = after.type().rules().checkBeside(current, after, beside);
        return broken != null ? broken : checkKeys(author, current, after);
    }

    private @Nullable Problem problemWithDelete(Row current, Neighbours beside) {
        var referred = references.checkUnreferenced(current);
        return referred != null ? referred : current.type().rules().checkDelete(current, beside);
    }

    private @Nullable Problem checkKeys(Author author, @Nullable Row current, Row after) {
        var taken = new ArrayList<>(KeyHolders.of(after));
        taken.removeAll(KeyHolders.of(current));
        for (KeyValue value : taken) {
            var holder = keys.holder(value).orElse(null);
            if (holder != null && !holder.equals(after.id())) return duplicate(author, value, holder);
        }
        if (keys.mustBeWrittenFirst(taken)) write();
        return null;
    }

    private Problem duplicate(Author author, KeyValue value, UUID holder) {
        var problem = Problem.of("row.duplicate").at(value.key().fields().getLast());
        var working = rows.find(value.type(), holder);
        var row = working == null ? store.find(tx, value.type(), holder) : working.now();
        return row != null && author.audiences().contains(row.audience())
                ? problem.with("id", holder).with("label", row.label())
                : problem;
    }

    /** Asks for the keys and references of all operations at once, guessing their outcome; what is missed is asked singly. */
    private void expect(List<Operation> operations) {
        Map<EntityType<?>, Set<KeyValue>> values = new LinkedHashMap<>();
        Map<EntityType<?>, Set<UUID>> targets = new LinkedHashMap<>();
        for (Operation operation : operations) {
            var intent = operation.intent();
            var type = Schema.type(intent.entity());
            var current = rows.get(type, intent.rowId()).now();
            var guess = guess(type, intent, current);
            if (guess == null) continue;
            var taken = new ArrayList<>(KeyHolders.of(guess));
            taken.removeAll(KeyHolders.of(current));
            taken.removeIf(value -> !isStorable(value));
            values.computeIfAbsent(type, absent -> new HashSet<>()).addAll(taken);
            for (var field : type.fields()) {
                if (field.kind() != FieldKind.REFERENCE) continue;
                var id = guess.reference(field.name());
                if (id == null || (current != null && id.equals(current.reference(field.name())))) continue;
                targets.computeIfAbsent(References.target(field), absent -> new HashSet<>())
                        .add(id);
            }
        }
        values.forEach(keys::expect);
        targets.forEach(references::expect);
    }

    private @Nullable Row guess(EntityType<?> type, Intent intent, @Nullable Row current) {
        return switch (intent) {
            case Intent.Create create -> {
                var list = new ArrayList<@Nullable Object>();
                type.fields()
                        .forEach(field -> list.add(field.tidy(create.values().get(field.name()))));
                yield new Row(type, create.rowId(), 0, tx.organisation().value(), list);
            }
            case Intent.Patch patch -> guess(current, patch.changes());
            case Intent.Move move -> guess(current, move.changes());
            case Intent.Delete ignored -> null;
        };
    }

    private static @Nullable Row guess(@Nullable Row current, Map<String, cadran.model.sync.Change> changes) {
        if (current == null) return null;
        Row guess = current;
        for (var entry : changes.entrySet()) {
            if (current.type().has(entry.getKey())) {
                var field = current.type().field(entry.getKey());
                guess = guess.with(field.name(), field.tidy(entry.getValue().after()));
            }
        }
        return guess;
    }

    /** What will be refused for its content must not be asked for: a database may choke on it. */
    private static boolean isStorable(KeyValue value) {
        var fields = value.key().fields();
        for (int i = 0; i < fields.size(); i++) {
            var field = value.type().field(fields.get(i));
            if (field.check(value.parts().get(i)) != null) return false;
        }
        return true;
    }
}
