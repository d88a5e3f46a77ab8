package cadran.desktop.numbers;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.StatusEffects;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a number to another status, with what that status needs. */
record MoveNumber(
        Row seen,
        DidStatus next,
        Map<String, @Nullable Object> values,
        StatusEffects effects,
        String what,
        String reason)
        implements Op {
    @Override
    public String labelKey() {
        return DidStatus.TERMINATED.name().equals(seen.text("status")) ? "op.number.restore" : "op.number.move";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        return List.of(effects.move(seen, next, values, null));
    }
}
