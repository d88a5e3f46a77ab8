package cadran.model.organisations;

import static cadran.model.organisations.Permission.*;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Roles as the users know them; a user may hold several, and may do what any of them allows. */
public enum Role {
    OPERATOR(PLATFORM_OPERATE),
    ADMIN(
            INVENTORY_READ,
            INVENTORY_WRITE,
            NUMBER_RESTORE,
            USE_RULES_MANAGE,
            RESERVATION_RELEASE,
            USERS_MANAGE,
            API_KEYS_MANAGE,
            ORGANISATION_MANAGE,
            AUDIT_READ),
    CEO(INVENTORY_READ),
    MANAGER(INVENTORY_READ),
    TELECOM(INVENTORY_READ, INVENTORY_WRITE),
    APPROVER(INVENTORY_READ),
    CLOSER(),
    SETTER(),
    VIEWER(INVENTORY_READ);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of can't be changed
    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public static Set<Permission> permissionsOf(Collection<Role> roles) {
        var all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions));
        return all;
    }
}
