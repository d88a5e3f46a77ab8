package cadran.model.sync;

import cadran.model.organisations.Permission;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody must be allowed to do for a change. Pure, so the desktop knows what the server would refuse. */
public final class Rights {
    private Rights() {}

    /** The first right that is missing, or null. */
    public static @Nullable Permission missing(Set<Permission> has, @Nullable Row before, Row after) {
        var type = after.type();
        if (!has.contains(type.writePermission())) {
            return type.writePermission();
        }
        for (Field field : type.fields()) {
            var needed = needed(field, before, after);
            if (needed != null && !has.contains(needed)) {
                return needed;
            }
        }
        return null;
    }

    private static @Nullable Permission needed(Field field, @Nullable Row before, Row after) {
        if (field.needs() == null && field.merge() != MergeClass.MACHINE) {
            return null;
        }
        var was = before == null ? null : before.get(field.name());
        var is = after.get(field.name());
        if (Objects.equals(was, is)) {
            return null;
        }
        return field.merge() == MergeClass.MACHINE && was != null
                ? after.type().rules().moveNeeds(field.name(), was.toString(), String.valueOf(is))
                : field.needs();
    }
}
