package cadran.desktop.edit;

import cadran.model.organisations.Permission;
import java.util.Set;
import java.util.UUID;

/** Who edits, for which organisation, and what the server allowed them when it was last asked. */
public record Author(UUID user, UUID organisation, Set<Permission> permissions) {
    public Author {
        permissions = Set.copyOf(permissions);
    }
}
