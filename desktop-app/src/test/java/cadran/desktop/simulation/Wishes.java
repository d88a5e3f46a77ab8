package cadran.desktop.simulation;

import cadran.model.Schema;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an edit asks for, field by field. */
final class Wishes {
    private Wishes() {}

    static Map<String, @Nullable String> wanted(Intent intent) {
        Map<String, @Nullable String> wanted = new LinkedHashMap<>();
        switch (intent) {
            case Intent.Create create ->
                create.values().forEach((field, value) -> {
                    if (value != null) {
                        wanted.put(field, text(value));
                    }
                });
            case Intent.Patch patch ->
                patch.changes().forEach((field, change) -> wanted.put(field, text(change.after())));
            case Intent.Move move -> {
                wanted.put(move.field(), move.to());
                move.changes().forEach((field, change) -> wanted.put(field, text(change.after())));
            }
            case Intent.Delete ignored -> {}
        }
        return wanted;
    }

    static @Nullable String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }

    /** What it does to fields that others may have written: to fill a place is an edit of what was empty. */
    static Map<String, Change> edits(Intent intent) {
        if (intent instanceof Intent.Create create
                && Schema.type(create.entity()).isPlace()) {
            var edits = new LinkedHashMap<String, Change>();
            create.values().forEach((field, value) -> edits.put(field, new Change(null, value)));
            edits.keySet().removeAll(Schema.type(create.entity()).identity());
            return edits;
        }
        return switch (intent) {
            case Intent.Patch patch -> patch.changes();
            case Intent.Move move -> move.changes();
            case Intent.Create ignored -> Map.of();
            case Intent.Delete ignored -> Map.of();
        };
    }

    static @Nullable Change changeOf(Intent intent, String field) {
        return switch (intent) {
            case Intent.Patch patch -> patch.changes().get(field);
            case Intent.Move move -> move.changes().get(field);
            case Intent.Create ignored -> null;
            case Intent.Delete ignored -> null;
        };
    }
}
