package cadran.server.users;

import cadran.model.ids.UserId;
import cadran.server.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** The rows of {@code team_member}. */
final class TeamMemberStore {
    List<UUID> of(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("""
                        select team_id from team_member where org_id = :org and user_id = :user order by team_id
                        """)
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .mapTo(UUID.class)
                .list();
    }

    Map<UUID, List<UUID>> byUser(Tx tx) {
        var teams = new HashMap<UUID, List<UUID>>();
        tx.handle()
                .createQuery("select user_id, team_id from team_member where org_id = :org order by team_id")
                .bind("org", tx.organisation().value())
                .map((row, context) -> teams.computeIfAbsent(
                                row.getObject("user_id", UUID.class), user -> new ArrayList<>())
                        .add(row.getObject("team_id", UUID.class)))
                .list();
        return teams;
    }

    void replace(Tx tx, UserId user, Collection<UUID> teams) {
        tx.handle()
                .createUpdate("delete from team_member where org_id = :org and user_id = :user")
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .execute();
        for (UUID team : new TreeSet<>(teams)) {
            tx.handle()
                    .createUpdate("insert into team_member (org_id, team_id, user_id) values (:org, :team, :user)")
                    .bind("org", tx.organisation().value())
                    .bind("team", team)
                    .bind("user", user.value())
                    .execute();
        }
    }

    int count(Tx tx, UUID team) {
        return tx.handle()
                .createQuery("select count(*) from team_member where org_id = :org and team_id = :team")
                .bind("org", tx.organisation().value())
                .bind("team", team)
                .mapTo(Integer.class)
                .one();
    }
}
