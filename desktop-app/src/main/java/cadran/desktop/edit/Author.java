package cadran.desktop.edit;

import cadran.model.organisations.Permission;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * Who edits, for which organisation, and what the server allowed them when it was last asked.
 *
 * @param zone the organisation's: its days begin there
 */
public record Author(UUID user, UUID organisation, Set<Permission> permissions, ZoneId zone) {
    public Author {
        permissions = Set.copyOf(permissions);
    }
}
