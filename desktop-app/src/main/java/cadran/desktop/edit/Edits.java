package cadran.desktop.edit;

import cadran.desktop.store.CacheTransaction;
import cadran.desktop.store.ChangedRows;
import cadran.desktop.store.Draft;
import cadran.desktop.store.EditLabel;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.RowId;
import cadran.desktop.store.ServerCopy;
import cadran.desktop.store.StoreException;
import cadran.model.Schema;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.model.sync.Audiences;
import cadran.model.sync.Decide;
import cadran.model.sync.Intent;
import cadran.model.sync.Rights;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to change anything: rules, then the outbox on the disk (that is "saved"), then the local copy, then
 * whoever shows it. A problem refuses the whole edit and nothing of it happened. Blocks for the disk: call it on the
 * writer lane.
 */
public final class Edits {
    /** Where a crash is different from a crash elsewhere; tests stop the program there. */
    enum Step {
        DECIDED,
        SAVED,
        SHOWN
    }

    private static final Logger LOG = LoggerFactory.getLogger(Edits.class);

    private final LocalStore store;
    private final Author author;
    private final UuidV7 ids;
    private final InstantSource clock;
    private final Consumer<Step> steps;
    private final UndoHistory history = new UndoHistory();
    private String reasonOfNext = "";

    public Edits(LocalStore store, Author author, UuidV7 ids, InstantSource clock) {
        this(store, author, ids, clock, step -> {});
    }

    Edits(LocalStore store, Author author, UuidV7 ids, InstantSource clock, Consumer<Step> steps) {
        this.store = store;
        this.author = author;
        this.ids = ids;
        this.clock = clock;
        this.steps = steps;
    }

    public UndoHistory history() {
        return history;
    }

    /**
     * Why the edits from now on are done, where they say nothing themselves; empty for no reason. On the writer lane like
     * the edits: it must not get ahead of those that wait.
     */
    public void because(String reason) {
        store.inTurn(() -> reasonOfNext = reason.strip());
    }

    /** Returns when the edit is saved; throws its problem when it is refused. */
    public Edited run(Op op) {
        return run(op, decided -> {});
    }

    /** @param pace hears how many rows are decided so far; what it throws ends the edit, of which nothing is saved yet */
    public Edited run(Op op, IntConsumer pace) {
        var label = new EditLabel(op.labelKey(), op.labelArgs(), EditLabel.Way.DONE);
        var done = store.inTurn(() -> perform(label, op.intents(store.rows()), reasonOf(op), pace));
        if (!done.reversals().isEmpty()) {
            history.done(done);
        }
        return new Edited(label, done.reversals().size());
    }

    private String reasonOf(Op op) {
        return op.reason().isBlank() ? reasonOfNext : op.reason().strip();
    }

    /**
     * Decides an operation row by row by the rules of a real edit, and does nothing: a row that is refused is named with
     * its problem instead of ending it. Holds nobody up: what it decided on is compared again when it is done.
     */
    public Trial tryOut(Op op, IntConsumer pace) {
        var intents = op.intents(store.rows());
        var working = working(intents);
        var rules = new LocalRules(working);
        var rows = new ArrayList<Tried>(intents.size());
        for (var intent : intents) {
            var type = Schema.type(intent.entity());
            var current = working.find(type, intent.rowId());
            var judged = judge(intent, current, rules);
            boolean changes = judged.problem() == null && !judged.unchanged();
            if (changes) {
                working.set(type, intent.rowId(), judged.row());
            }
            rows.add(new Tried(intent, current, changes ? judged.row() : current, changes, judged.problem()));
            pace.accept(rows.size());
        }
        return new Trial(op.labelKey(), op.labelArgs(), op.reason(), rows);
    }

    /** Takes the newest edit back, as an edit of its own; refused when somebody changed its rows since. */
    public Edited undo() {
        return step(EditLabel.Way.UNDONE);
    }

    public Edited redo() {
        return step(EditLabel.Way.REDONE);
    }

    private Edited step(EditLabel.Way way) {
        return store.inTurn(() -> {
            var step = history.next(way);
            if (step == null) {
                throw Problem.of("edit.nothing_to_undo").asException();
            }
            long changed = step.reversals().stream()
                    .collect(Collectors.groupingBy(reversal -> reversal.intent().entity()))
                    .entrySet()
                    .stream()
                    .mapToLong(entry -> changedSince(entry.getKey(), entry.getValue()))
                    .sum();
            if (changed > 0) {
                // It can never fit again, and would bar the way to the steps below it.
                history.taken(way, null);
                throw Problem.of("edit.changed_since").with("count", changed).asException();
            }
            var label = step.label().in(way);
            var back = perform(
                    label,
                    step.reversals().stream()
                            .flatMap(reversal -> reversal.on(today()).stream())
                            .toList(),
                    way == EditLabel.Way.REDONE ? step.reason() : "",
                    decided -> {});
            history.taken(way, new UndoStep(step.label(), back.reversals(), step.reason()));
            return new Edited(label, back.reversals().size());
        });
    }

    /** Only the first reversal of a row is compared: the later ones meet what it leaves. */
    private long changedSince(String entity, List<Reversal> reversals) {
        var first = new HashMap<UUID, Reversal>();
        reversals.forEach(reversal -> first.putIfAbsent(reversal.intent().rowId(), reversal));
        var current = store.rows().findAll(Schema.type(entity), first.keySet());
        return first.entrySet().stream()
                .filter(entry -> !entry.getValue().fits(current.get(entry.getKey())))
                .count();
    }

    private UndoStep perform(EditLabel label, List<Intent> intents, String reason, IntConsumer pace) {
        var working = working(intents);
        var copies = copies(intents);
        var drafts = new ArrayList<Draft>();
        var reversals = new ArrayList<Reversal>();
        var before = new HashMap<RowId, @Nullable Row>();
        UUID group = intents.size() > 1 ? ids.next() : null;
        var rules = new LocalRules(working);
        boolean ofThisHistory = store.cache().state().isOfServersHistory();
        int decided = 0;
        for (var intent : intents) {
            var type = Schema.type(intent.entity());
            var key = new RowId(type.name(), intent.rowId());
            var current = working.find(type, intent.rowId());
            var after = judge(intent, current, rules);
            if (after.problem() != null) {
                throw after.problem().asException();
            }
            pace.accept(++decided);
            if (after.unchanged()) {
                continue;
            }
            before.putIfAbsent(key, current);
            working.set(type, intent.rowId(), after.row());
            drafts.add(new Draft(
                    ids.next(),
                    group,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    ofThisHistory ? baseVersion(current, copies.get(key)) : 0,
                    intent,
                    reason.isEmpty() ? null : reason));
            reversals.add(Reversal.of(type, intent.rowId(), current, after.row()));
        }
        if (!drafts.isEmpty()) {
            save(label, drafts, working, before, copies);
        }
        return new UndoStep(label, reversals.reversed(), reason);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), author.zone());
    }

    private WorkingRows working(List<Intent> intents) {
        var working = new WorkingRows(store.rows(), author, today());
        intents.stream().collect(Collectors.groupingBy(Intent::entity)).forEach((entity, ofType) -> {
            var type = Schema.type(entity);
            if (!author.permissions().contains(type.writePermission())) {
                throw missing(type.writePermission()).asException();
            }
            working.prepare(type, ofType);
        });
        return working;
    }

    private Map<RowId, ServerCopy> copies(List<Intent> intents) {
        var copies = new HashMap<RowId, ServerCopy>();
        intents.stream()
                .collect(Collectors.groupingBy(Intent::entity, Collectors.mapping(Intent::rowId, Collectors.toSet())))
                .forEach((entity, ids) -> store.rows()
                        .serverCopies(Schema.type(entity), ids)
                        .forEach((id, copy) -> copies.put(new RowId(entity, id), copy)));
        return copies;
    }

    private static Problem missing(Permission right) {
        return Problem.of("right.missing").with("right", right);
    }

    private record Judged(
            @Nullable Row row, boolean unchanged, @Nullable Problem problem) {
        static Judged refused(@Nullable Row current, Problem why) {
            return new Judged(current, true, why);
        }
    }

    private Judged judge(Intent intent, @Nullable Row current, LocalRules rules) {
        var type = Schema.type(intent.entity());
        var decision = Decide.decide(type, intent, current, true, author.organisation());
        if (decision.problem() != null) {
            return Judged.refused(current, decision.problem());
        }
        if (decision.verdict() == Verdict.NOTHING_TO_DO) {
            return new Judged(current, true, null);
        }
        var after = decision.after();
        var hidden = Audiences.check(author.permissions(), author.audiences(), author.user(), current, after);
        if (hidden != null) {
            return Judged.refused(current, hidden);
        }
        var right = after == null ? null : Rights.missing(author.permissions(), current, after);
        if (right != null) {
            return Judged.refused(current, missing(right));
        }
        var broken = rules.check(type, intent.rowId(), current, after);
        return broken != null ? Judged.refused(current, broken) : new Judged(after, false, null);
    }

    /** Only while the rows here are the server's: versions of a history that is gone would mean other rows there. */
    private static long baseVersion(@Nullable Row current, @Nullable ServerCopy copy) {
        if (copy != null) {
            return copy.row() == null ? 0 : copy.row().version();
        }
        return current == null ? 0 : current.version();
    }

    private void save(
            EditLabel label,
            List<Draft> drafts,
            WorkingRows working,
            Map<RowId, @Nullable Row> before,
            Map<RowId, ServerCopy> copies) {
        steps.accept(Step.DECIDED);
        store.outbox()
                .append(author.user(), label, drafts, store.cache().state().cursor());
        steps.accept(Step.SAVED);
        try {
            store.cache().write(cache -> show(cache, working, before, copies));
        } catch (StoreException later) {
            // It is saved. The copy shows it when it can be written again: it takes from the outbox what it lacks.
            LOG.warn("an edit is saved that can't be shown yet", later);
        }
        steps.accept(Step.SHOWN);
        var changed = new ChangedRows();
        working.touched().keySet().forEach(row -> changed.add(Schema.type(row.entity()), row.id()));
        store.listeners().publish(changed.toEvent());
    }

    private static void show(
            CacheTransaction cache,
            WorkingRows working,
            Map<RowId, @Nullable Row> before,
            Map<RowId, ServerCopy> copies)
            throws SQLException {
        for (var entry : working.touched().entrySet()) {
            var key = entry.getKey();
            var type = Schema.type(key.entity());
            if (!copies.containsKey(key)) {
                cache.keepCopy(type, key.id(), before.get(key));
            }
            var row = entry.getValue();
            if (row == null) {
                cache.remove(type, key.id());
            } else {
                // One that was deleted and is made again is still there at the server, until it hears of both.
                cache.put(row.atVersion(baseVersion(before.get(key), copies.get(key))));
            }
        }
    }
}
