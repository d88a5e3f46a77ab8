package cadran.desktop.changes;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeState;
import cadran.model.sync.Intent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Withdraws a prepared change, or prepares a withdrawn one again. */
record MoveChange(UUID set, ChangeState to, String what) implements Op {
    @Override
    public String labelKey() {
        return to == ChangeState.WITHDRAWN ? "op.change.withdraw" : "op.change.again";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        return List.of(new Intent.Move(ChangeSet.TYPE.name(), set, "state", to.name(), Map.of()));
    }
}
