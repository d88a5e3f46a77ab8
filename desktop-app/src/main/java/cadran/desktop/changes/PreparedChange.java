package cadran.desktop.changes;

import cadran.desktop.store.Rows;
import cadran.model.catalog.Customer;
import cadran.model.catalog.MemberName;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.ChangeState;
import cadran.model.changes.LineOutcome;
import cadran.model.numbers.Did;
import cadran.model.numbers.LeavingEffect;
import cadran.model.numbers.LeavingPlan;
import cadran.model.numbers.Reservation;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A prepared change with its lines, and where the numbers stand by now.
 *
 * @param customer null when it is gone
 * @param missing what the customer got since, as it would be taken in; empty unless it can still be
 */
record PreparedChange(
        ChangeSet set, @Nullable Row customer, LocalDate today, List<Line> lines, List<LeavingPreview.Line> missing) {

    /**
     * @param now what the day would bring if it were today; where it is over, what it brought
     * @param reservedFor who keeps a number from it
     */
    record Line(
            Row did,
            ChangeSetLine line,
            LineOutcome now,
            @Nullable String reservedFor) {
        boolean isDone() {
            return line.outcome() != null;
        }
    }

    static PreparedChange of(Row row, Rows rows, LocalDate today) {
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
                var now = now(set, line, did);
                var holder = now == LineOutcome.REFUSED && line.outcome() == null
                        ? rows.label(MemberName.TYPE, Objects.requireNonNull(did.reference("reservedForId")))
                        : null;
                lines.add(new Line(did, line, now, holder));
            }
        }
        lines.sort(Comparator.comparing(line -> String.valueOf(line.did().text("e164"))));
        var customer = rows.find(Customer.TYPE, set.customerId());
        boolean isOpen =
                set.state() == ChangeState.PREPARED && !set.takesEffectOn().isBefore(today);
        return new PreparedChange(
                set,
                customer,
                today,
                List.copyOf(lines),
                customer == null || !isOpen ? List.of() : missing(set, customer, ids, rows, today));
    }

    private static LineOutcome now(ChangeSet set, ChangeSetLine line, Row did) {
        @Nullable LineOutcome told = line.outcome();
        if (told != null) {
            return told;
        }
        if (!LeavingPlan.concerns(did, set.customerId())) {
            return LineOutcome.NO_LONGER_CONCERNED;
        }
        if (!Objects.equals(did.text("contractHolder"), line.seenHolder())) {
            return LineOutcome.CHANGED;
        }
        return line.effect() == LeavingEffect.RESTS && Reservation.runsUntil(did, set.takesEffectOn()) != null
                ? LineOutcome.REFUSED
                : LineOutcome.DONE;
    }

    private static List<LeavingPreview.Line> missing(
            ChangeSet set, Row customer, Set<UUID> ids, Rows rows, LocalDate today) {
        return LeavingPreview.of(customer, set.takesEffectOn(), today, rows).lines().stream()
                .filter(line -> !ids.contains(line.did().id()))
                .toList();
    }

    private boolean isPrepared() {
        return set.state() == ChangeState.PREPARED;
    }

    /** It was not whole when its day was there, and happens no more. */
    boolean isOverdue() {
        return isPrepared() && set.takesEffectOn().isBefore(today) && lost() > 0;
    }

    boolean needsReview() {
        return isPrepared() && (isOverdue() || lost() > 0 || !missing.isEmpty() || toReview() > 0);
    }

    /** What would stay with the customer as it stands now. */
    long toReview() {
        return count(LineOutcome.CHANGED) + count(LineOutcome.REFUSED);
    }

    List<Line> changed() {
        return lines.stream().filter(is(LineOutcome.CHANGED)).toList();
    }

    long count(LineOutcome outcome) {
        return lines.stream().filter(is(outcome)).count();
    }

    private static Predicate<Line> is(LineOutcome outcome) {
        return line -> line.now() == outcome;
    }

    /** How many of those it shall have are not here. */
    long lost() {
        return Math.max(0, set.restCount().add(set.portOutCount()).longValue() - lines.size());
    }
}
