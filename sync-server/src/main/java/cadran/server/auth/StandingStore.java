package cadran.server.auth;

import cadran.model.ids.DeviceId;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.server.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads, in one indexed query each, how a session, a key or a member stands. */
final class StandingStore {
    private static final String COLUMNS = """
            m.user_id, m.roles, u.operator,
            case when m.state = 'ACTIVE' then true else false end as member_active,
            case when o.state = 'ACTIVE' then true else false end as organisation_active
            """;
    private static final String MEMBER = """
            join app_user u on u.id = m.user_id
            join organisation o on o.id = m.org_id
            """;

    record OfSession(Standing standing, DeviceId device) {}

    record OfKey(Standing maker, Set<Permission> permissions, String secretHash, Instant usedAt) {}

    record Place(OrganisationId organisation, String name) {}

    /** Empty when there is no such session (any more). */
    Optional<OfSession> ofSession(Tx tx, UUID session, UserId user, Instant now) {
        return tx.handle()
                .createQuery("select s.device_id, " + COLUMNS + """
                        from session s
                        join membership m on m.org_id = s.org_id and m.user_id = s.user_id
                        """ + MEMBER + """
                        where s.org_id = :org and s.id = :session and s.user_id = :user
                          and s.revoked_at is null and s.expires_at > :now and s.epoch = u.epoch
                        """)
                .bind("org", tx.organisation().value())
                .bind("session", session)
                .bind("user", user.value())
                .bind("now", Times.utc(now))
                .map((row, context) ->
                        new OfSession(standing(row), new DeviceId(row.getObject("device_id", UUID.class))))
                .findOne();
    }

    Optional<OfKey> ofKey(Tx tx, UUID key, Instant now) {
        return tx.handle()
                .createQuery("select k.permissions, k.secret_hash, k.used_at, " + COLUMNS + """
                        from api_key k
                        join membership m on m.org_id = k.org_id and m.user_id = k.made_by
                        """ + MEMBER + """
                        where k.org_id = :org and k.id = :key and k.revoked_at is null and k.expires_at > :now
                        """)
                .bind("org", tx.organisation().value())
                .bind("key", key)
                .bind("now", Times.utc(now))
                .map((row, context) -> {
                    var used = Times.readIfAny(row, "used_at");
                    return new OfKey(
                            standing(row),
                            CodeList.read(Permission.class, row.getString("permissions")),
                            row.getString("secret_hash"),
                            used == null ? Instant.EPOCH : used);
                })
                .findOne();
    }

    Optional<Standing> ofMember(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from membership m " + MEMBER
                        + " where m.org_id = :org and m.user_id = :user")
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .map((row, context) -> standing(row))
                .findOne();
    }

    /** Where somebody has ever been a member; whether they still are, only the organisation says. */
    List<Place> places(Handle handle, UserId user) {
        return handle.createQuery("""
                        select o.id, o.name from user_organisation p join organisation o on o.id = p.organisation_id
                        where p.user_id = :user order by o.name, o.id
                        """)
                .bind("user", user.value())
                .map((row, context) ->
                        new Place(new OrganisationId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new UserId(row.getObject("user_id", UUID.class)),
                CodeList.read(Role.class, row.getString("roles")),
                row.getBoolean("operator"),
                row.getBoolean("member_active"),
                row.getBoolean("organisation_active"));
    }
}
