package cadran.desktop.changes;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.ids.UuidV7;
import cadran.model.sync.Intent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes numbers that the customer got since into its prepared departure. */
record AddToChange(UUID set, List<LeavingPreview.Line> lines, String what, UuidV7 ids) implements Op {
    @Override
    public String labelKey() {
        return "op.change.add";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("count", String.valueOf(lines.size()), "what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        return lines.stream()
                .map(line -> PrepareLeaving.line(set, line, ids.next()))
                .toList();
    }
}
