package cadran.model.numbers;

import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What giving a number to a campaign and taking it back takes, as the intents of one step. */
public final class AssignmentPlan {
    private final StatusEffects effects;
    private final LocalDate today;

    public AssignmentPlan(StatusEffects effects, LocalDate today) {
        this.effects = effects;
        this.today = today;
    }

    /**
     * A free number becomes the campaign's customer's; from the day the assignment starts it is in use. One that is over is
     * history, and does nothing.
     */
    public List<Intent> begin(Row did, Row campaign, Row assignment) {
        var intents = new ArrayList<Intent>();
        var now = did;
        if (status(did) == DidStatus.AVAILABLE && !Assignment.isOverBy(assignment, today)) {
            var given = new LinkedHashMap<String, @Nullable Object>();
            given.put("customerId", campaign.get("customerId"));
            if (!Objects.equals(did.get("customerId"), campaign.get("customerId"))) {
                given.put("groupId", null);
            }
            now = move(now, DidStatus.ASSIGNED, given, intents);
        }
        intents.add(creating(assignment));
        boolean starts = Assignment.runsOn(assignment, today) && Boolean.TRUE.equals(campaign.get("active"));
        if (starts && status(now) == DidStatus.ASSIGNED) {
            move(now, DidStatus.IN_USE, Map.of(), intents);
        }
        return intents;
    }

    /**
     * The assignment ends on a day; a number of which none runs any more is not in use from the day after.
     *
     * @param others the number's other assignments
     */
    public List<Intent> end(Row did, Row assignment, LocalDate lastDay, List<Row> others) {
        var intents = new ArrayList<Intent>();
        boolean runs = (!isAfter(assignment, lastDay) && !lastDay.isBefore(today))
                || others.stream().anyMatch(other -> Assignment.runsOn(other, today));
        if (!runs && status(did) == DidStatus.IN_USE) {
            // First: taken back in reverse, the assignment runs again before the number comes into use.
            move(did, DidStatus.ASSIGNED, Map.of(), intents);
        }
        intents.add(stop(assignment, lastDay));
        return intents;
    }

    /** One that would not have begun by its last day is taken out. */
    static Intent stop(Row assignment, LocalDate lastDay) {
        var type = Assignment.TYPE.name();
        return isAfter(assignment, lastDay)
                ? new Intent.Delete(type, assignment.id())
                : new Intent.Patch(
                        type, assignment.id(), Map.of("endsOn", new Change(assignment.get("endsOn"), lastDay)));
    }

    private static boolean isAfter(Row assignment, LocalDate day) {
        return Objects.requireNonNull((LocalDate) assignment.get("startsOn")).isAfter(day);
    }

    private Row move(Row did, DidStatus to, Map<String, @Nullable Object> given, List<Intent> intents) {
        var move = effects.move(did, to, given, null);
        intents.add(move);
        return StatusEffects.after(did, move);
    }

    private static Intent creating(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        row.type().fields().forEach(field -> values.put(field.name(), row.get(field.name())));
        return new Intent.Create(row.type().name(), row.id(), values);
    }

    private static DidStatus status(Row did) {
        return DidStatus.valueOf(String.valueOf(did.text("status")));
    }
}
