package cadran.server.http;

import cadran.model.ids.OrganisationId;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.server.audit.Actor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the token says; nothing in here ever comes from another part of the request.
 *
 * @param membership the organisation the token was given for; an operator of the platform may have none
 */
public record Caller(@Nullable OrganisationId membership, Actor actor, Set<Permission> permissions) {
    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public OrganisationId organisation() {
        if (membership == null) throw Problem.of("right.no_organisation").asException();
        return membership;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public void require(Permission permission) {
        if (!may(permission)) {
            throw Problem.of("right.missing").with("right", permission).asException();
        }
    }
}
