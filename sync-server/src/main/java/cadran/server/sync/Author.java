package cadran.server.sync;

import cadran.model.ids.DeviceId;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.organisations.Permission;
import cadran.server.audit.Actor;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        return of(tx, List.of(caller)).getFirst();
    }

    static List<Author> of(Tx tx, List<Caller> callers) {
        var users = callers.stream().map(caller -> caller.actor().user()).filter(Objects::nonNull);
        var teams = teams(tx, users.map(UserId::value).collect(Collectors.toSet()));
        return callers.stream().map(caller -> of(tx, caller, teams)).toList();
    }

    private static Author of(Tx tx, Caller caller, Map<UUID, Set<UUID>> teams) {
        var audiences = new HashSet<UUID>();
        audiences.add(tx.organisation().value());
        var user = caller.actor().user();
        if (user != null) {
            audiences.add(user.value());
            audiences.addAll(teams.getOrDefault(user.value(), Set.of()));
        }
        return new Author(caller.actor(), caller.permissions(), audiences);
    }

    private static Map<UUID, Set<UUID>> teams(Tx tx, Set<UUID> users) {
        var teams = new HashMap<UUID, Set<UUID>>();
        Sql.query(
                tx,
                "select m.user_id, m.team_id from unnest(?) as w (id)"
                        + " join team_member m on m.org_id = ? and m.user_id = w.id",
                users,
                (statement, chunk) -> Sql.bindIds(statement, tx, chunk),
                result -> teams.computeIfAbsent(result.getObject(1, UUID.class), user -> new HashSet<>())
                        .add(result.getObject(2, UUID.class)));
        return teams;
    }

    /** The server itself: jobs, and the rows a new organisation begins with. */
    public static Author server(OrganisationId organisation) {
        return new Author(Actor.SERVER, EnumSet.allOf(Permission.class), Set.of(organisation.value()));
    }

    /** The same person, at the device whose operations these are. */
    Author at(DeviceId device) {
        return new Author(new Actor(actor.user(), device, actor.apiKey()), permissions, audiences);
    }

    /** Null where it is no person. */
    @Nullable
    UUID self() {
        return actor.user() == null ? null : actor.user().value();
    }

    boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
