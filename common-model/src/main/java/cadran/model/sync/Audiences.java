package cadran.model.sync;

import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sees a row. Most are the whole organisation's; rows of some types say themselves whose they are: the
 * organisation's, a team's or one person's. Pure, so that client and server decide alike.
 */
public final class Audiences {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Audiences() {}

    /** Whom a row is for; null where what it says is nobody. */
    static @Nullable UUID of(Row row, UUID organisation) {
        var field = row.type().audienceField();
        var said = field == null ? null : row.text(field);
        if (said == null) {
            return organisation;
        }
        return ID.matcher(said).matches() ? UUID.fromString(said) : null;
    }

    /**
     * Why somebody may not make this of that, or null. What is one's own needs no right; what others see does.
     *
     * @param sees the audiences that the author belongs to
     * @param self the author, where it is a person
     */
    public static @Nullable Problem check(
            Set<Permission> has, Set<UUID> sees, @Nullable UUID self, @Nullable Row before, @Nullable Row after) {
        for (var row : new @Nullable Row[] {before, after}) {
            if (row == null || row.type().audienceField() == null) {
                continue;
            }
            if (!sees.contains(row.audience())) {
                return unknown(row.type());
            }
            var right = row.type().sharePermission();
            if (!row.audience().equals(self) && !has.contains(right)) {
                return Problem.of("right.missing").with("right", right);
            }
        }
        return null;
    }

    static Problem unknown(EntityType<?> type) {
        return Problem.of("audience.unknown").at(String.valueOf(type.audienceField()));
    }
}
