package cadran.server.sync;

import cadran.model.ids.DeviceId;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.organisations.Permission;
import cadran.server.audit.Actor;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * On whose behalf rows are read and changed.
 *
 * @param audiences whose rows they see: those of the organisation, of their teams, and their own
 */
public record Author(Actor actor, Set<Permission> permissions, Set<UUID> audiences) {
    public Author {
        permissions = Set.copyOf(permissions);
        audiences = Set.copyOf(audiences);
    }

    /** In the transaction that reads or writes for them: who left a team a moment ago no longer sees its rows. */
    public static Author of(Tx tx, Caller caller) {
        var audiences = new HashSet<UUID>();
        audiences.add(tx.organisation().value());
        var user = caller.actor().user();
        if (user != null) {
            audiences.add(user.value());
            audiences.addAll(teams(tx, user));
        }
        return new Author(caller.actor(), caller.permissions(), audiences);
    }

    private static List<UUID> teams(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select team_id from team_member where org_id = :org and user_id = :user")
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .mapTo(UUID.class)
                .list();
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
