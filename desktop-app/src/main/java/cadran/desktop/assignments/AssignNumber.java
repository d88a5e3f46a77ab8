package cadran.desktop.assignments;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.AssignmentPlan;
import cadran.model.numbers.Did;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives a number to a campaign; a free number becomes its customer's. */
record AssignNumber(Row assignment, AssignmentPlan plan, String what) implements Op {
    @Override
    public String labelKey() {
        return "op.assignment.begin";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var did = rows.find(Did.TYPE, Objects.requireNonNull(assignment.reference("didId")));
        var campaign = rows.find(Campaign.TYPE, Objects.requireNonNull(assignment.reference("campaignId")));
        if (did == null || campaign == null) {
            throw Problem.of("reference.unknown")
                    .with("entity", Assignment.TYPE.name())
                    .at(did == null ? "didId" : "campaignId")
                    .asException();
        }
        return plan.begin(did, campaign, assignment);
    }
}
