package cadran.desktop.assignments;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.AssignmentPlan;
import cadran.model.numbers.Did;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a number back from a campaign after a last day; one that has not begun yet is taken out. */
record EndAssignment(Row assignment, LocalDate lastDay, AssignmentPlan plan, String what, String reason) implements Op {
    @Override
    public String labelKey() {
        return "op.assignment.end";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var id = Objects.requireNonNull(assignment.reference("didId"));
        var did = rows.find(Did.TYPE, id);
        if (did == null) {
            throw Problem.of("row.deleted").asException();
        }
        var others = rows.pointingTo(Assignment.TYPE, Assignment.TYPE.field("didId"), id).stream()
                .filter(other -> !other.id().equals(assignment.id()))
                .toList();
        return plan.end(did, assignment, lastDay, others);
    }
}
