package cadran.server.users;

import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.server.http.Caller;
import java.util.Collection;
import java.util.Set;

/** Nobody gives, takes or resets more than they hold themselves: a key with one right can't make itself an administrator. */
final class GrantRules {
    private GrantRules() {}

    static void requireGrantable(Caller by, Collection<Role> roles) {
        if (roles.isEmpty()) throw Problem.of("field.required").at("roles").asException();
        // Operating the platform is a trait of the account, given by another operator.
        if (roles.contains(Role.OPERATOR)) {
            throw Problem.of("right.role_not_grantable")
                    .with("role", Role.OPERATOR)
                    .at("roles")
                    .asException();
        }
        requireHolds(by.permissions(), roles);
    }

    static void requireHolds(Set<Permission> held, Collection<Role> roles) {
        for (Role role : roles) {
            if (!held.containsAll(role.permissions())) {
                throw Problem.of("right.role_not_grantable")
                        .with("role", role)
                        .at("roles")
                        .asException();
            }
        }
    }
}
