package cadran.desktop.numbers;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.StatusEffects;
import cadran.model.numbers.TerminationPlan;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Gives numbers back or ports them out, and ends what they serve.
 *
 * @param seen as their author confirmed them
 */
record TerminateNumbers(List<Row> seen, TerminationPlan.Wish wish, LocalDate today, String what) implements Op {
    @Override
    public String labelKey() {
        return "op.number.terminate";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var plan = new TerminationPlan(new StatusEffects(rows::find, today), today);
        var didId = Assignment.TYPE.field("didId");
        return seen.stream()
                .flatMap(did -> plan.intents(did, rows.pointingTo(Assignment.TYPE, didId, did.id()), wish).stream())
                .toList();
    }
}
