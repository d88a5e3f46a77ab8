package cadran.desktop.bench;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.numbers.Did;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Somebody writes another description of a number. */
record Describe(UUID id, String text) implements Op {
    @Override
    public String labelKey() {
        return "number.op.edit";
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var before = Objects.requireNonNull(rows.find(Did.TYPE, id)).text("description");
        return List.of(new Intent.Patch(Did.TYPE.name(), id, Map.of("description", new Change(before, text))));
    }
}
