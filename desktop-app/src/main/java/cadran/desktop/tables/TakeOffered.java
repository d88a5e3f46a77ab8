package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.EditLabel;
import cadran.desktop.store.Rows;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes the rows that were offered and no others, as long as they are to be had.
 *
 * @param label of the take that they stand in for
 * @param now what would be offered at this moment
 */
public record TakeOffered(
        EditLabel label, List<Row> offered, Supplier<List<Row>> now, Function<List<Row>, List<Intent>> taking)
        implements Op {
    public TakeOffered {
        offered = List.copyOf(offered);
    }

    @Override
    public String labelKey() {
        return label.key();
    }

    @Override
    public Map<String, String> labelArgs() {
        var args = new LinkedHashMap<>(label.args());
        args.put("count", String.valueOf(offered.size()));
        return args;
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var found = now.get();
        var gone = new HashSet<>(ids(offered));
        ids(found).forEach(gone::remove);
        if (!gone.isEmpty()) {
            throw Problem.of("edit.changed_since_preview")
                    .with("count", gone.size())
                    .asException();
        }
        return taking.apply(found);
    }

    private static List<UUID> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }
}
