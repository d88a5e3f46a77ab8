package cadran.desktop.edit;

import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody looked at and agreed to. If a row has become another since, they look again: nothing else is done. */
record Accepted(String labelKey, Map<String, String> labelArgs, String reason, List<Tried> rows) implements Op {
    @Override
    public List<Intent> intents(Rows stored) {
        var current = new HashMap<UUID, Row>();
        rows.stream()
                .map(Tried::intent)
                .collect(Collectors.groupingBy(Intent::entity, Collectors.mapping(Intent::rowId, Collectors.toList())))
                .forEach((entity, ids) -> current.putAll(stored.findAll(Schema.type(entity), ids)));
        long changed = rows.stream()
                .filter(tried ->
                        !isSame(tried.before(), current.get(tried.intent().rowId())))
                .count();
        if (changed > 0) {
            throw Problem.of("edit.changed_since_preview")
                    .with("count", changed)
                    .asException();
        }
        return rows.stream().map(Tried::intent).toList();
    }

    /** Its version grows by itself when the server answers. */
    private static boolean isSame(@Nullable Row seen, @Nullable Row current) {
        if (seen == null || current == null) {
            return Objects.equals(seen, current);
        }
        return seen.values().equals(current.values());
    }
}
