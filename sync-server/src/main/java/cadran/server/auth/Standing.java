package cadran.server.auth;

import cadran.model.ids.UserId;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a member may do at this moment. It is read anew for each request, so that taking a right away works at once. */
record Standing(UserId user, Set<Role> roles, boolean operator, boolean memberActive, boolean organisationActive) {
    Set<Permission> permissions() {
        var all = EnumSet.noneOf(Permission.class);
        all.addAll(Role.permissionsOf(roles));
        // Comes from the account, never from a role that an administrator could give.
        all.remove(Permission.PLATFORM_OPERATE);
        if (operator) all.add(Permission.PLATFORM_OPERATE);
        return all;
    }

    Optional<Problem> problem() {
        if (!memberActive) return Optional.of(ended());
        if (!organisationActive) return Optional.of(Problem.of("right.organisation_suspended"));
        return Optional.empty();
    }

    static Problem ended() {
        return Problem.of("auth.session_ended");
    }
}
