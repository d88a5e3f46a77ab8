package cadran.server.changes;

import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.ChangeState;
import cadran.model.changes.LineOutcome;
import cadran.model.ids.OrganisationId;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.jobs.EachOrganisation;
import cadran.server.sync.Author;
import cadran.server.sync.OrganisationDay;
import cadran.server.sync.Outcome;
import cadran.server.sync.Sync;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Does prepared changes when their day has begun where the organisation is. Each step commits what it did with what it says
 * of it, and the next begins with the lines that say nothing yet: a server that is killed goes on where it was, and one that
 * did not run makes up for it.
 */
public final class DueChanges {
    /** Not all at once: nobody else writes while a transaction does. */
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Sync sync;
    private final InstantSource clock;

    public DueChanges(Database database, Sync sync, InstantSource clock) {
        this.database = database;
        this.sync = sync;
        this.clock = clock;
    }

    public void run() {
        new EachOrganisation(database).run(this::run);
    }

    private void run(OrganisationId organisation) {
        for (UUID set : database.inOrganisation(organisation, this::due)) {
            if (begin(organisation, set)) {
                for (var lines = next(organisation, set); !lines.isEmpty(); lines = next(organisation, set)) {
                    apply(organisation, set, lines);
                }
                move(organisation, set, ChangeState.APPLYING, ChangeState.DONE);
            }
        }
    }

    private List<UUID> due(Tx tx) {
        return tx.handle()
                .createQuery("""
                        select id from change_set
                        where org_id = :org and state in ('PREPARED', 'APPLYING') and takes_effect_on <= :today
                        order by takes_effect_on, id
                        """)
                .bind("org", tx.organisation().value())
                .bind("today", OrganisationDay.of(tx, clock))
                .mapTo(UUID.class)
                .list();
    }

    /** From here on nobody withdraws it. */
    private boolean begin(OrganisationId organisation, UUID id) {
        return move(organisation, id, ChangeState.PREPARED, ChangeState.APPLYING);
    }

    private static long lines(Tx tx, UUID set) {
        return tx.handle()
                .createQuery("select count(*) from change_set_line where org_id = :org and change_set_id = :set")
                .bind("org", tx.organisation().value())
                .bind("set", set)
                .mapTo(Long.class)
                .one();
    }

    /** Whether it is there by now: also when an earlier run brought it there. */
    private boolean move(OrganisationId organisation, UUID id, ChangeState from, ChangeState to) {
        var outcomes = database.inOrganisation(organisation, tx -> {
            var set = sync.store().lock(tx, ChangeSet.TYPE, List.of(id)).get(id);
            if (set == null || !from.name().equals(set.text("state"))) return List.<Outcome>of();
            // One whose lines are still on their way waits for them: half of it is worse. Who adds or deletes them
            // holds it.
            boolean isWhole = ChangeSet.TYPE.read(set).isComplete(lines(tx, id));
            if (from == ChangeState.PREPARED && !isWhole) return List.<Outcome>of();
            var move = new Intent.Move(ChangeSet.TYPE.name(), id, "state", to.name(), Map.of());
            var operation = sync.apply().operation(move, set.version(), id, null);
            return sync.apply().run(tx, Author.server(organisation), List.of(operation));
        });
        sync.changed(organisation, outcomes);
        var now = database.inOrganisation(organisation, tx -> sync.store().find(tx, ChangeSet.TYPE, List.of(id)));
        var set = now.get(id);
        return set != null && to.name().equals(set.text("state"));
    }

    private List<UUID> next(OrganisationId organisation, UUID set) {
        return database.inOrganisation(
                organisation,
                tx -> tx.handle()
                        .createQuery("""
                        select id from change_set_line
                        where org_id = :org and change_set_id = :set and outcome is null
                        order by id limit :most
                        """)
                        .bind("org", tx.organisation().value())
                        .bind("set", set)
                        .bind("most", AT_ONCE)
                        .mapTo(UUID.class)
                        .list());
    }

    /** Something of what one step does can't be done: nothing of the step is. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient Problem problem;

        Refused(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }
    }

    private void apply(OrganisationId organisation, UUID set, List<UUID> lines) {
        try {
            sync.changed(organisation, database.inOrganisation(organisation, tx -> apply(tx, set, lines)));
        } catch (Refused refused) {
            if (lines.size() > 1) {
                lines.forEach(line -> apply(organisation, set, List.of(line)));
            } else {
                var outcomes = database.inOrganisation(organisation, tx -> refuse(tx, set, lines, refused.problem));
                sync.changed(organisation, outcomes);
            }
        }
    }

    private List<Outcome> apply(Tx tx, UUID setId, List<UUID> ids) {
        var set = held(tx, setId);
        var leaving = new Leaving(sync, tx, set);
        var steps = new ArrayList<Leaving.Step>();
        for (Row line : open(tx, ids)) {
            var judged = leaving.of(ChangeSetLine.TYPE.read(line));
            steps.addAll(judged.steps());
            steps.add(new Leaving.Step(says(line, judged.outcome(), null), line.version()));
        }
        return run(tx, set, steps);
    }

    /** By one node at a time. */
    private ChangeSet held(Tx tx, UUID id) {
        return ChangeSet.TYPE.read(Objects.requireNonNull(
                sync.store().lock(tx, ChangeSet.TYPE, List.of(id)).get(id)));
    }

    private List<Row> open(Tx tx, List<UUID> lines) {
        return sync.store().find(tx, ChangeSetLine.TYPE, lines).values().stream()
                .filter(line -> line.get("outcome") == null)
                .toList();
    }

    private List<Outcome> refuse(Tx tx, UUID setId, List<UUID> ids, Problem why) {
        var set = held(tx, setId);
        return run(
                tx,
                set,
                open(tx, ids).stream()
                        .map(line -> new Leaving.Step(says(line, LineOutcome.REFUSED, why.code()), line.version()))
                        .toList());
    }

    private static Intent says(Row line, LineOutcome outcome, @Nullable String refusal) {
        var changes = new LinkedHashMap<String, Change>();
        changes.put("outcome", new Change(null, outcome.name()));
        if (refusal != null) changes.put("refusal", new Change(null, refusal));
        return new Intent.Patch(ChangeSetLine.TYPE.name(), line.id(), changes);
    }

    private List<Outcome> run(Tx tx, ChangeSet set, List<Leaving.Step> steps) {
        var apply = sync.apply();
        var operations = steps.stream()
                .map(step -> apply.operation(step.intent(), step.seen(), set.id(), set.description()))
                .toList();
        var outcomes = apply.run(tx, Author.server(tx.organisation()), operations);
        for (var outcome : outcomes) {
            var problem = outcome.result().problem();
            if (problem != null) throw new Refused(problem);
        }
        return outcomes;
    }
}
