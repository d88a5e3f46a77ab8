package cadran.desktop.conflicts;

import cadran.model.problem.Problem;
import cadran.model.sync.Field;
import cadran.model.sync.Members;
import cadran.model.sync.MergeClass;
import org.jspecify.annotations.Nullable;

/**
 * One field on which the author and the server differ: what its author saw, what they wanted, and what stands there.
 *
 * @param suggested what the inbox proposes
 * @param reason text key of why, in a word
 * @param open whether there is a choice
 */
record Side(
        Field field,
        @Nullable Object base,
        @Nullable Object mine,
        @Nullable Object theirs,
        Pick suggested,
        String reason,
        boolean open) {

    static Side of(
            Kind kind,
            @Nullable Problem problem,
            Field field,
            @Nullable Object base,
            @Nullable Object mine,
            @Nullable Object theirs) {
        boolean refusedHere =
                kind == Kind.REFUSED && problem != null && field.name().equals(problem.field());
        if (refusedHere) {
            // Sent again as it is, it would be refused again.
            return new Side(field, base, mine, theirs, Pick.THEIRS, "conflicts.reason.refused", true);
        }
        return switch (field.merge()) {
            case IDENTITY -> new Side(field, base, mine, theirs, Pick.THEIRS, "conflicts.reason.identity", false);
            case MACHINE -> new Side(field, base, mine, theirs, Pick.THEIRS, "conflicts.reason.machine", true);
            case COMMERCIAL ->
                kind == Kind.CONFLICT
                        ? new Side(field, base, mine, theirs, Pick.THEIRS, "conflicts.reason.commercial", true)
                        : mine(kind, field, base, mine, theirs);
            case DESCRIPTIVE -> mine(kind, field, base, mine, theirs);
            case SET -> {
                var both = Members.changed((String) base, (String) mine, (String) theirs);
                yield mine(kind, field, base, both, theirs);
            }
        };
    }

    private static Side mine(
            Kind kind, Field field, @Nullable Object base, @Nullable Object mine, @Nullable Object theirs) {
        var reason = switch (kind) {
            case CONFLICT -> "conflicts.reason.descriptive";
            case REFUSED -> "conflicts.reason.unharmed";
            case SUPERSEDED -> "conflicts.reason.superseded";
        };
        return new Side(field, base, mine, theirs, Pick.MINE, reason, true);
    }

    boolean isState() {
        return field.merge() == MergeClass.MACHINE;
    }
}
