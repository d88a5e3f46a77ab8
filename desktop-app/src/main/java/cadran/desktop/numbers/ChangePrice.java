package cadran.desktop.numbers;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.numbers.PriceList;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Changes a number's list of prices, and with it what the number says that it costs today. */
record ChangePrice(UUID did, String labelKey, String what, LocalDate today, Supplier<UUID> ids, Step step)
        implements Op {
    /** What is done to the list. */
    @FunctionalInterface
    interface Step {
        List<Intent> of(PriceList list);
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var row = rows.find(Did.TYPE, did);
        if (row == null) {
            throw Problem.of("row.deleted").asException();
        }
        var prices = rows.pointingTo(NumberPrice.TYPE, NumberPrice.TYPE.field("didId"), did);
        return step.of(new PriceList(row, prices, today, ids));
    }
}
