package cadran.server.sync;

import cadran.model.ids.DeviceId;
import cadran.model.ids.OrganisationId;
import cadran.model.organisations.Permission;
import cadran.server.audit.Actor;
import cadran.server.http.Caller;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * On whose behalf rows are read and changed.
 *
 * @param audiences whose rows they see: those of the organisation and their own
 */
public record Author(Actor actor, Set<Permission> permissions, Set<UUID> audiences) {
    public Author {
        permissions = Set.copyOf(permissions);
        audiences = Set.copyOf(audiences);
    }

    public static Author of(Caller caller) {
        var organisation = caller.organisation().value();
        var user = caller.actor().user();
        return new Author(
                caller.actor(),
                caller.permissions(),
                user == null ? Set.of(organisation) : Set.of(organisation, user.value()));
    }

    /** The server itself: jobs, and the rows a new organisation begins with. */
    public static Author server(OrganisationId organisation) {
        return new Author(Actor.SERVER, EnumSet.allOf(Permission.class), Set.of(organisation.value()));
    }

    /** The same person, at the device whose operations these are. */
    Author at(DeviceId device) {
        return new Author(new Actor(actor.user(), device, actor.apiKey()), permissions, audiences);
    }

    boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
