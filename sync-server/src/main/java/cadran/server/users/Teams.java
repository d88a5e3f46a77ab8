package cadran.server.users;

import cadran.model.ids.UuidV7;
import cadran.model.organisations.Team;
import cadran.model.problem.Problem;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.BoundedText;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import cadran.server.http.Precondition;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Teams, by name. */
public final class Teams {
    private static final int LONGEST_NAME = 100;

    private final UuidV7 ids;
    private final AuditLog audit;
    private final TeamStore store = new TeamStore();
    private final TeamMemberStore teamMembers = new TeamMemberStore();
    private final MemberStore members = new MemberStore();

    public Teams(UuidV7 ids, AuditLog audit) {
        this.ids = ids;
        this.audit = audit;
    }

    List<Team> list(Tx tx) {
        return store.list(tx);
    }

    Team make(Tx tx, Caller by, Team.Request request) {
        members.lock(tx);
        var team = new Team(ids.next(), 1, freeName(tx, request.name(), null));
        store.insert(tx, team);
        note(tx, by, "team.made", team.id(), AuditDetails.none().with("name", team.name()));
        return team;
    }

    Team rename(Tx tx, Caller by, UUID id, Precondition seen, Supplier<Team.Request> request) {
        members.lock(tx);
        var before = get(tx, id);
        seen.require(before.version());
        var after =
                new Team(id, before.version() + 1, freeName(tx, request.get().name(), id));
        store.rename(tx, after);
        note(tx, by, "team.renamed", id, AuditDetails.none().changed("name", before.name(), after.name()));
        return after;
    }

    void delete(Tx tx, Caller by, UUID id) {
        members.lock(tx);
        var team = get(tx, id);
        int count = teamMembers.count(tx, id);
        if (count > 0) {
            throw Problem.of("row.referenced")
                    .with("by", "user")
                    .with("count", count)
                    .asException();
        }
        store.delete(tx, id);
        note(tx, by, "team.deleted", id, AuditDetails.none().changed("name", team.name(), null));
    }

    private Team get(Tx tx, UUID id) {
        return store.find(tx, id).orElseThrow(() -> Problem.of("row.not_found").asException());
    }

    private String freeName(Tx tx, String typed, @Nullable UUID except) {
        var name = BoundedText.require(typed, LONGEST_NAME, "name");
        boolean taken = store.list(tx).stream()
                .anyMatch(
                        team -> team.name().equalsIgnoreCase(name) && !team.id().equals(except));
        if (taken)
            throw Problem.of("row.duplicate").with("label", name).at("name").asException();
        return name;
    }

    private void note(Tx tx, Caller by, String action, UUID team, AuditDetails details) {
        audit.append(tx, by.actor(), action, "team", team.toString(), details);
    }
}
