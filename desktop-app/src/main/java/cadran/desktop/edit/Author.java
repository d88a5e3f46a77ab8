package cadran.desktop.edit;

import cadran.model.organisations.Permission;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who edits, for which organisation, and what the server allowed them when it was last asked.
 *
 * @param zone the organisation's: its days begin there
 * @param teams by their names, the ones that the author belongs to
 */
public record Author(UUID user, UUID organisation, Set<Permission> permissions, ZoneId zone, Map<UUID, String> teams) {
    public Author {
        permissions = Set.copyOf(permissions);
        teams = Map.copyOf(teams);
    }

    public Author(UUID user, UUID organisation, Set<Permission> permissions, ZoneId zone) {
        this(user, organisation, permissions, zone, Map.of());
    }

    /** Whose rows the author sees. */
    Set<UUID> audiences() {
        var audiences = new HashSet<>(teams.keySet());
        audiences.add(organisation);
        audiences.add(user);
        return audiences;
    }
}
