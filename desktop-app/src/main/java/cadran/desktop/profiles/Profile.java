package cadran.desktop.profiles;

import cadran.model.organisations.Permission;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user in one organisation on one server, with files of its own.
 *
 * @param server address of the server, null for this computer's own
 * @param permissions as the server last told them
 * @param teams names of the ones that the user belongs to, by their ids
 */
public record Profile(
        Path folder,
        @Nullable String server,
        UUID organisation,
        String organisationName,
        UUID user,
        String userName,
        String email,
        String timeZone,
        Set<Permission> permissions,
        Map<UUID, String> teams,
        KeyProtection protection) {
    public Profile {
        permissions = Set.copyOf(permissions);
        teams = Map.copyOf(teams);
    }

    /** Names it on this computer. */
    public String id() {
        return folder.getFileName().toString();
    }

    public boolean isLocal() {
        return server == null;
    }
}
