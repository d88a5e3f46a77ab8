package cadran.model.sync;

import cadran.model.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an intent meets a row. Pure, and the same on the desktop (when it shows an edit before the
 * server has it, and when it replays edits over newer rows) and on the server (which has the last word).
 */
public final class Decide {
    private Decide() {}

    /**
     * @param current the row as it stands, null if there is none
     * @param authorSawCurrent nobody but the author changed the row since the author saw it
     * @param organisation who sees a row that the intent creates, where the row itself doesn't say so
     */
    public static Decision decide(
            EntityType<?> type, Intent intent, @Nullable Row current, boolean authorSawCurrent, UUID organisation) {
        return switch (intent) {
            case Intent.Create create -> create(type, create, current, authorSawCurrent, organisation);
            case Intent.Patch patch ->
                current == null ? gone(type, patch) : patch(type, patch, current, authorSawCurrent);
            case Intent.Move move -> current == null ? gone() : move(type, move, current, authorSawCurrent);
            case Intent.Delete ignored -> delete(current, authorSawCurrent);
        };
    }

    private static Decision gone() {
        return Decision.refused(null, Problem.of("row.deleted"));
    }

    /** Of a place that somebody emptied, it is known what stands there now: nothing. */
    private static Decision gone(EntityType<?> type, Intent.Patch patch) {
        if (!type.isPlace()) {
            return gone();
        }
        var theirs = new LinkedHashMap<String, @Nullable Object>();
        patch.changes().forEach((field, change) -> {
            if (!type.identity().contains(field) && type.field(field).tidy(change.after()) != null) {
                theirs.put(field, null);
            }
        });
        return theirs.isEmpty()
                ? Decision.nothing(null)
                : Decision.conflict(
                        null,
                        Problem.of("row.changed_by_other")
                                .at(theirs.keySet().iterator().next()),
                        theirs);
    }

    private static Decision create(
            EntityType<?> type,
            Intent.Create create,
            @Nullable Row current,
            boolean authorSawCurrent,
            UUID organisation) {
        create.values().keySet().forEach(type::position);
        var values = new ArrayList<@Nullable Object>();
        type.fields().forEach(field -> values.add(field.tidy(create.values().get(field.name()))));
        var row = new Row(type, create.rowId(), current == null ? 0 : current.version(), organisation, values);
        var audience = Audiences.of(row, organisation);
        if (current != null && same(row, current)) {
            return Decision.nothing(current);
        }
        if (current != null) {
            return type.isPlace()
                    ? patch(type, filling(row), current, authorSawCurrent)
                    : Decision.refused(current, Problem.of("row.exists"));
        }
        var broken = problemWith(row);
        if (broken != null) {
            return Decision.refused(null, broken);
        }
        return audience == null
                ? Decision.refused(null, Audiences.unknown(type))
                : Decision.applied(new Row(type, row.id(), row.version(), audience, values));
    }

    /** To fill a place is an edit of what stands in it, made by somebody who found it empty. */
    private static Intent.Patch filling(Row row) {
        var changes = new LinkedHashMap<String, Change>();
        row.type().fields().forEach(field -> {
            var wanted = row.get(field.name());
            changes.put(field.name(), new Change(row.type().identity().contains(field.name()) ? wanted : null, wanted));
        });
        return new Intent.Patch(row.type().name(), row.id(), changes);
    }

    private static Decision patch(EntityType<?> type, Intent.Patch patch, Row current, boolean authorSawCurrent) {
        var kept = new LinkedHashMap<String, @Nullable Object>();
        var replaced = new LinkedHashMap<String, @Nullable Object>();
        Row after = current;
        for (var entry : patch.changes().entrySet()) {
            Field field = type.field(entry.getKey());
            Object now = current.get(field.name());
            Object wanted = wanted(field, entry.getValue(), now);
            if (equal(now, wanted)) {
                continue;
            }
            if (isFixed(field)) {
                return Decision.refused(current, Problem.of("field.immutable").at(field.name()));
            }
            boolean unseen = !authorSawCurrent && isUnseen(field, entry.getValue(), now);
            if (unseen && field.merge() == MergeClass.COMMERCIAL) {
                kept.put(field.name(), now);
                continue;
            }
            if (unseen) {
                replaced.put(field.name(), now);
            }
            after = after.with(field.name(), wanted);
        }
        if (!kept.isEmpty()) {
            var problem =
                    Problem.of("row.changed_by_other").at(kept.firstEntry().getKey());
            // What did not clash is applied, unless half of the edit would make a row that breaks a rule.
            return problemWith(after) == null
                    ? Decision.conflict(after, problem, kept)
                    : Decision.conflict(current, problem, kept);
        }
        if (same(after, current)) {
            return Decision.nothing(current);
        }
        var broken = problemWith(after);
        if (broken != null) {
            return Decision.refused(current, broken);
        }
        return replaced.isEmpty() ? Decision.applied(after) : Decision.merged(after, replaced);
    }

    private static @Nullable Object wanted(Field field, Change change, @Nullable Object now) {
        Object after = field.tidy(change.after());
        return field.merge() == MergeClass.SET
                ? Members.changed((String) field.tidy(change.before()), (String) after, (String) now)
                : after;
    }

    /** Whether somebody's value would be replaced of which the author knew nothing; adding to it replaces nothing. */
    private static boolean isUnseen(Field field, Change change, @Nullable Object now) {
        return field.merge() != MergeClass.SET && !equal(now, field.tidy(change.before()));
    }

    /** Fields that a patch may never touch. */
    private static boolean isFixed(Field field) {
        return field.merge() == MergeClass.IDENTITY || field.merge() == MergeClass.MACHINE;
    }

    private static Decision move(EntityType<?> type, Intent.Move move, Row current, boolean authorSawCurrent) {
        Field machine = type.field(move.field());
        if (machine.merge() != MergeClass.MACHINE) {
            return Decision.refused(current, Problem.of("field.not_a_state").at(move.field()));
        }
        var unknown = machine.check(move.to());
        if (unknown != null) {
            return Decision.refused(current, unknown);
        }
        if (move.seen() != null && !move.seen().equals(current.fingerprint())) {
            return Decision.refused(current, Problem.of("row.not_as_seen"));
        }
        String from = Objects.requireNonNull(current.text(move.field()), "a machine field is never empty");
        Row after = current.with(move.field(), move.to());
        var theirs = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : move.changes().entrySet()) {
            Field field = type.field(entry.getKey());
            Object now = current.get(field.name());
            Object wanted = wanted(field, entry.getValue(), now);
            if (equal(now, wanted)) {
                continue;
            }
            if (isFixed(field)) {
                return Decision.refused(current, Problem.of("field.immutable").at(field.name()));
            }
            if (!authorSawCurrent && isUnseen(field, entry.getValue(), now)) {
                theirs.put(field.name(), now);
            }
            after = after.with(field.name(), wanted);
        }
        if (same(after, current)) {
            return Decision.nothing(current);
        }
        if (!theirs.isEmpty()) {
            theirs.put(move.field(), from);
            return Decision.conflict(current, Problem.of("row.changed_by_other"), theirs);
        }
        if (!from.equals(move.to())) {
            var illegal = type.rules().checkMove(move.field(), from, move.to());
            if (illegal != null) {
                return Decision.refused(current, illegal);
            }
        }
        return checked(current, after);
    }

    private static Decision delete(@Nullable Row current, boolean authorSawCurrent) {
        if (current == null) {
            return Decision.nothing(null);
        }
        return authorSawCurrent
                ? Decision.applied(null)
                : Decision.conflict(current, Problem.of("row.changed_before_delete"), Map.of());
    }

    private static Decision checked(@Nullable Row current, Row after) {
        var problem = problemWith(after);
        return problem == null ? Decision.applied(after) : Decision.refused(current, problem);
    }

    private static @Nullable Problem problemWith(Row row) {
        for (Field field : row.type().fields()) {
            var problem = field.check(row.get(field.name()));
            if (problem != null) {
                return problem;
            }
        }
        return row.type().rules().check(row);
    }

    private static boolean same(Row a, Row b) {
        for (int i = 0; i < a.values().size(); i++) {
            if (!equal(a.values().get(i), b.values().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** 1.2 and 1.20 are the same price. */
    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        return (a instanceof BigDecimal x && b instanceof BigDecimal y) ? x.compareTo(y) == 0 : Objects.equals(a, b);
    }
}
