package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.sync.Intent;
import java.util.List;
import java.util.Map;

/** Several edits as one, with one undo and the name of them all. */
public record Together(String labelKey, Map<String, String> labelArgs, List<Op> parts) implements Op {
    public Together {
        labelArgs = Map.copyOf(labelArgs);
        parts = List.copyOf(parts);
    }

    /** Called as the first. */
    public static Together of(Op first, Op second) {
        return new Together(first.labelKey(), first.labelArgs(), List.of(first, second));
    }

    @Override
    public String reason() {
        return parts.getFirst().reason();
    }

    @Override
    public List<Intent> intents(Rows rows) {
        return parts.stream().flatMap(part -> part.intents(rows).stream()).toList();
    }
}
