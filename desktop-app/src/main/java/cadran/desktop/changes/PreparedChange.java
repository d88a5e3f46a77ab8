package cadran.desktop.changes;

import cadran.desktop.store.Rows;
import cadran.model.catalog.Customer;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.ChangeState;
import cadran.model.changes.LineOutcome;
import cadran.model.numbers.Did;
import cadran.model.numbers.LeavingPlan;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prepared change with its lines, and where the numbers stand by now.
 *
 * @param missing what the customer got since, as it would be taken in; empty unless it can still be
 */
record PreparedChange(ChangeSet set, List<Line> lines, List<LeavingPreview.Line> missing) {

    /** @param now what the day would bring if it were today; where it is over, what it brought */
    record Line(Row did, ChangeSetLine line, LineOutcome now) {
        boolean isDone() {
            return line.outcome() != null;
        }
    }

    static PreparedChange of(Row row, Rows rows) {
        var set = ChangeSet.TYPE.read(row);
        var found = rows.pointingTo(ChangeSetLine.TYPE, ChangeSetLine.TYPE.field("changeSetId"), set.id());
        var ids = new HashSet<UUID>();
        found.forEach(line -> ids.add(Objects.requireNonNull(line.reference("didId"))));
        var dids = rows.findAll(Did.TYPE, ids);
        var lines = new ArrayList<Line>();
        for (var each : found) {
            var line = ChangeSetLine.TYPE.read(each);
            var did = dids.get(line.didId());
            if (did != null) {
                lines.add(new Line(did, line, now(set, line, did)));
            }
        }
        lines.sort(Comparator.comparing(line -> String.valueOf(line.did().text("e164"))));
        var customer = set.state() == ChangeState.PREPARED ? rows.find(Customer.TYPE, set.customerId()) : null;
        return new PreparedChange(
                set, List.copyOf(lines), customer == null ? List.of() : missing(set, customer, ids, rows));
    }

    private static LineOutcome now(ChangeSet set, ChangeSetLine line, Row did) {
        @Nullable LineOutcome told = line.outcome();
        if (told != null) {
            return told;
        }
        if (!LeavingPlan.concerns(did, set.customerId())) {
            return LineOutcome.NO_LONGER_CONCERNED;
        }
        return Objects.equals(did.text("contractHolder"), line.seenHolder()) ? LineOutcome.DONE : LineOutcome.CHANGED;
    }

    private static List<LeavingPreview.Line> missing(ChangeSet set, Row customer, HashSet<UUID> ids, Rows rows) {
        return LeavingPreview.of(customer, set.takesEffectOn(), rows).lines().stream()
                .filter(line -> !ids.contains(line.did().id()))
                .toList();
    }

    long count(LineOutcome outcome) {
        return lines.stream().filter(line -> line.now() == outcome).count();
    }

    /** How many of those it was prepared with are not here. */
    long lost() {
        return Math.max(0, set.restCount().add(set.portOutCount()).longValue() - lines.size());
    }
}
