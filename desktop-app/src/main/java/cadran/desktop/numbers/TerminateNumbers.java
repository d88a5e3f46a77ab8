package cadran.desktop.numbers;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.StatusEffects;
import cadran.model.numbers.TerminationPlan;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.sync.RowLookup;
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
        var plan = new TerminationPlan(new StatusEffects(RowLookup.remembering(rows::find), today), today);
        var assignments = rows.pointers(
                Assignment.TYPE,
                Assignment.TYPE.field("didId"),
                seen.stream().map(Row::id).toList());
        return seen.stream()
                .flatMap(did -> plan.intents(did, assignments.getOrDefault(did.id(), List.of()), wish).stream())
                .toList();
    }
}
