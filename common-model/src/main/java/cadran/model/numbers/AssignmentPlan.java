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
        var last =
                Objects.requireNonNull((LocalDate) assignment.get("startsOn")).isAfter(lastDay) ? null : lastDay;
        if (last == null) {
            intents.add(new Intent.Delete(Assignment.TYPE.name(), assignment.id()));
        } else {
            intents.add(new Intent.Patch(
                    Assignment.TYPE.name(),
                    assignment.id(),
                    Map.of("endsOn", new Change(assignment.get("endsOn"), last))));
        }
        boolean runs = (last != null && !last.isBefore(today))
                || others.stream().anyMatch(other -> Assignment.runsOn(other, today));
        if (!runs && status(did) == DidStatus.IN_USE) {
            move(did, DidStatus.ASSIGNED, Map.of(), intents);
        }
        return intents;
    }

    private Row move(Row did, DidStatus to, Map<String, @Nullable Object> given, List<Intent> intents) {
        var changes = new LinkedHashMap<String, Change>();
        var after = did.with("status", to.name());
        for (var entry : effects.of(did, to, given).entrySet()) {
            changes.put(entry.getKey(), new Change(did.get(entry.getKey()), entry.getValue()));
            after = after.with(entry.getKey(), entry.getValue());
        }
        intents.add(new Intent.Move(Did.TYPE.name(), did.id(), "status", to.name(), changes));
        return after;
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
