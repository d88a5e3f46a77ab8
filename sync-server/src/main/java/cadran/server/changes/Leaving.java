package cadran.server.changes;

import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.LineOutcome;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.LeavingPlan;
import cadran.model.numbers.StatusEffects;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.server.db.Tx;
import cadran.server.sync.Sync;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a customer's leaving does to each number of it, as the numbers stand now. */
final class Leaving {
    private static final String DID = "didId";

    private final Sync sync;
    private final Tx tx;
    private final ChangeSet set;
    private final LeavingPlan plan;

    /** @param seen version of the row that the intent is about */
    record Step(Intent intent, long seen) {}

    record Judged(LineOutcome outcome, List<Step> steps) {}

    Leaving(Sync sync, Tx tx, ChangeSet set) {
        this.sync = sync;
        this.tx = tx;
        this.set = set;
        var day = set.takesEffectOn();
        plan = new LeavingPlan(new StatusEffects((type, id) -> sync.store().find(tx, type, id), day), day);
    }

    Judged of(ChangeSetLine line) {
        // An assignment is decided with its number held, so what is read here stays as it is.
        var did = sync.store().lock(tx, Did.TYPE, Set.of(line.didId())).get(line.didId());
        if (did == null || !LeavingPlan.concerns(did, set.customerId())) {
            return new Judged(LineOutcome.NO_LONGER_CONCERNED, List.of());
        }
        if (!Objects.equals(did.text("contractHolder"), line.seenHolder())) {
            return new Judged(LineOutcome.CHANGED, List.of());
        }
        var assignments = sync.store().pointingTo(tx, Assignment.TYPE, Assignment.TYPE.field(DID), did.id());
        var versions = Stream.concat(Stream.of(did), assignments.stream())
                .collect(Collectors.<Row, UUID, Long>toMap(Row::id, Row::version));
        var intents = plan.intents(did, assignments, line.effect());
        return new Judged(
                LineOutcome.DONE,
                intents.stream()
                        .map(intent -> new Step(intent, versions.getOrDefault(intent.rowId(), 0L)))
                        .toList());
    }
}
