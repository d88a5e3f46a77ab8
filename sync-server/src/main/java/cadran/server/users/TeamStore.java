package cadran.server.users;

import cadran.model.organisations.Team;
import cadran.server.db.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code team}. */
final class TeamStore {
    List<Team> list(Tx tx) {
        return tx.handle()
                .createQuery("select id, version, name from team where org_id = :org order by name, id")
                .bind("org", tx.organisation().value())
                .map((row, context) ->
                        new Team(row.getObject("id", UUID.class), row.getLong("version"), row.getString("name")))
                .list();
    }

    Optional<Team> find(Tx tx, UUID id) {
        return list(tx).stream().filter(team -> team.id().equals(id)).findFirst();
    }

    void insert(Tx tx, Team team) {
        tx.handle()
                .createUpdate("insert into team (org_id, id, version, name) values (:org, :id, :version, :name)")
                .bind("org", tx.organisation().value())
                .bind("id", team.id())
                .bind("version", team.version())
                .bind("name", team.name())
                .execute();
    }

    void rename(Tx tx, Team team) {
        tx.handle()
                .createUpdate("update team set name = :name, version = :version where org_id = :org and id = :id")
                .bind("name", team.name())
                .bind("version", team.version())
                .bind("org", tx.organisation().value())
                .bind("id", team.id())
                .execute();
    }

    void delete(Tx tx, UUID id) {
        tx.handle()
                .createUpdate("delete from team where org_id = :org and id = :id")
                .bind("org", tx.organisation().value())
                .bind("id", id)
                .execute();
    }
}
