package cadran.server.users;

import cadran.model.ids.UserId;
import cadran.model.organisations.Member;
import cadran.model.organisations.MemberState;
import cadran.model.organisations.Role;
import cadran.server.auth.CodeList;
import cadran.server.auth.Times;
import cadran.server.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * The rows of {@code membership}, and of {@code user_organisation}, which says to the platform where somebody is an
 * active member and is kept equal here.
 */
final class MemberStore {
    private static final String SELECT = """
            select m.user_id, m.version, u.email, u.name, m.roles, m.state,
              (select max(s.seen_at) from session s where s.org_id = m.org_id and s.user_id = m.user_id) as seen_at
            from membership m join app_user u on u.id = m.user_id
            where m.org_id = :org
            """;

    private final TeamMemberStore teams = new TeamMemberStore();

    /** Whoever changes members waits here for the others, so that two can't each remove the other's last right. */
    void lock(Tx tx) {
        tx.handle()
                .createQuery("select id from organisation where id = :org for update")
                .bind("org", tx.organisation().value())
                .mapTo(UUID.class)
                .one();
    }

    record Place(String name, String timeZone, boolean active) {}

    Place place(Tx tx) {
        return tx.handle()
                .createQuery("select name, time_zone, state from organisation where id = :org")
                .bind("org", tx.organisation().value())
                .map((row, context) -> new Place(
                        row.getString("name"), row.getString("time_zone"), "ACTIVE".equals(row.getString("state"))))
                .one();
    }

    void insert(Tx tx, UserId user, Collection<Role> roles, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into membership (org_id, user_id, version, roles, state, created_at)
                        values (:org, :user, 1, :roles, 'ACTIVE', :now)
                        """)
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .bind("roles", CodeList.write(Role.class, roles))
                .bind("now", Times.utc(now))
                .execute();
        enter(tx, user);
    }

    List<Member> list(Tx tx) {
        var teamsOf = teams.byUser(tx);
        return members(tx.handle().createQuery(SELECT + " order by u.name, m.user_id"), tx, teamsOf);
    }

    Optional<Member> find(Tx tx, UserId user) {
        var query = tx.handle().createQuery(SELECT + " and m.user_id = :user").bind("user", user.value());
        return members(query, tx, Map.of(user.value(), teams.of(tx, user))).stream()
                .findFirst();
    }

    boolean isActive(Tx tx, String email) {
        return tx.handle()
                        .createQuery("""
                                select count(*) from membership m join app_user u on u.id = m.user_id
                                where m.org_id = :org and u.email = :email and m.state = 'ACTIVE'
                                """)
                        .bind("org", tx.organisation().value())
                        .bind("email", email)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    boolean hasActiveAdmin(Tx tx) {
        return list(tx).stream()
                .anyMatch(member ->
                        member.state() == MemberState.ACTIVE && member.roles().contains(Role.ADMIN));
    }

    /** Once per change, whatever it was about. */
    void raiseVersion(Tx tx, UserId user) {
        tx.handle()
                .createUpdate("update membership set version = version + 1 where org_id = :org and user_id = :user")
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .execute();
    }

    void setRoles(Tx tx, UserId user, Collection<Role> roles) {
        tx.handle()
                .createUpdate("update membership set roles = :roles where org_id = :org and user_id = :user")
                .bind("roles", CodeList.write(Role.class, roles))
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .execute();
    }

    void setState(Tx tx, UserId user, MemberState state) {
        tx.handle()
                .createUpdate("update membership set state = :state where org_id = :org and user_id = :user")
                .bind("state", state)
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .execute();
        switch (state) {
            case ACTIVE -> enter(tx, user);
            case DEACTIVATED -> leave(tx, user);
        }
    }

    /** Whether the person is an active member of another organisation, too. */
    boolean isElsewhere(Tx tx, UserId user) {
        return tx.handle()
                        .createQuery("""
                                select count(*) from user_organisation
                                where user_id = :user and organisation_id <> :org
                                """)
                        .bind("user", user.value())
                        .bind("org", tx.organisation().value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static void enter(Tx tx, UserId user) {
        leave(tx, user);
        tx.handle()
                .createUpdate("insert into user_organisation (user_id, organisation_id) values (:user, :org)")
                .bind("user", user.value())
                .bind("org", tx.organisation().value())
                .execute();
    }

    private static void leave(Tx tx, UserId user) {
        tx.handle()
                .createUpdate("delete from user_organisation where user_id = :user and organisation_id = :org")
                .bind("user", user.value())
                .bind("org", tx.organisation().value())
                .execute();
    }

    private static List<Member> members(Query query, Tx tx, Map<UUID, List<UUID>> teamsOf) {
        return query.bind("org", tx.organisation().value())
                .map((row, context) -> member(row, teamsOf))
                .list();
    }

    private static Member member(ResultSet row, Map<UUID, List<UUID>> teamsOf) throws SQLException {
        var id = row.getObject("user_id", UUID.class);
        var seen = Times.readIfAny(row, "seen_at");
        return new Member(
                id,
                row.getLong("version"),
                row.getString("email"),
                row.getString("name"),
                List.copyOf(CodeList.read(Role.class, row.getString("roles"))),
                teamsOf.getOrDefault(id, List.of()),
                MemberState.valueOf(row.getString("state")),
                seen);
    }
}
