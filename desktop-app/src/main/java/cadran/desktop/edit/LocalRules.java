package cadran.desktop.edit;

import cadran.desktop.store.Referrer;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules that need other rows. The server checks them again; here they tell at once what it would refuse. */
final class LocalRules {
    private final WorkingRows rows;

    LocalRules(WorkingRows rows) {
        this.rows = rows;
    }

    @Nullable
    Problem check(EntityType<?> type, UUID id, @Nullable Row before, @Nullable Row after) {
        if (after == null) {
            return before == null ? null : problemWithDelete(type, id, before);
        }
        var missing = missingReference(before, after);
        if (missing != null) {
            return missing;
        }
        var broken = type.rules().checkBeside(before, after, rows);
        return broken != null ? broken : duplicate(before, after);
    }

    private @Nullable Problem problemWithDelete(EntityType<?> type, UUID id, Row before) {
        var referred = stillReferred(type, id);
        return referred != null ? referred : type.rules().checkDelete(before, rows);
    }

    private @Nullable Problem stillReferred(EntityType<?> type, UUID id) {
        var referrers = rows.referrers(type, id);
        if (referrers.isEmpty()) {
            return null;
        }
        var first = referrers.getFirst();
        long count = referrers.stream()
                .filter(referrer -> referrer.type() == first.type())
                .mapToLong(Referrer::count)
                .sum();
        return Problem.of("row.referenced").with("by", first.type().name()).with("count", count);
    }

    private @Nullable Problem missingReference(@Nullable Row before, Row after) {
        for (var field : after.type().fields()) {
            if (field.kind() != FieldKind.REFERENCE) {
                continue;
            }
            var target = after.reference(field.name());
            boolean unchanged = before != null && Objects.equals(target, before.reference(field.name()));
            if (target != null
                    && !unchanged
                    && !rows.exists(Schema.type(Objects.requireNonNull(field.references())), target)) {
                return Problem.of("reference.unknown").at(field.name());
            }
        }
        return null;
    }

    private @Nullable Problem duplicate(@Nullable Row before, Row after) {
        for (var key : after.type().uniqueKeys()) {
            boolean heldAlready = before != null
                    && key.live().test(before)
                    && key.fields().stream().allMatch(field -> Objects.equals(before.get(field), after.get(field)));
            var holder = heldAlready ? null : rows.holder(key, after);
            if (holder != null) {
                return Problem.of("row.duplicate")
                        .with("id", holder.id())
                        .with("label", holder.label())
                        .at(key.fields().getLast());
            }
        }
        return null;
    }
}
