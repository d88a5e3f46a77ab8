package cadran.desktop.organisation;

import cadran.model.audit.AuditLine;
import cadran.model.organisations.Member;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Team;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How people, teams and rows are called now, where the log knows only their ids. */
final class AuditNames {
    private final Map<UUID, String> people;
    private final RowNames rows;

    AuditNames(Map<UUID, String> people, RowNames rows) {
        this.people = Map.copyOf(people);
        this.rows = rows;
    }

    /** Waits for the server. Who may not see the members sees their own name alone. */
    static AuditNames read(ServerDesk api, RowNames rows) {
        var me = ServerAnswer.of(api.auth().me());
        var names = new HashMap<UUID, String>();
        names.put(me.organisation(), me.organisationName());
        names.put(me.id(), me.name());
        if (me.permissions().contains(Permission.USERS_MANAGE)) {
            for (Member member : ServerAnswer.of(api.admin().users()).items()) {
                names.put(member.id(), member.name());
            }
            for (Team team : ServerAnswer.of(api.admin().teams()).items()) {
                names.put(team.id(), team.name());
            }
        }
        return new AuditNames(names, rows);
    }

    /** A person, a team or the organisation; null for anything else. */
    @Nullable
    String person(@Nullable UUID id) {
        return id == null ? null : people.get(id);
    }

    @Nullable
    String row(String entity, @Nullable UUID id) {
        return id == null ? null : rows.of(entity, id);
    }

    @Nullable
    String subject(AuditLine line) {
        return person(id(line.entityId()));
    }

    static @Nullable UUID id(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : null;
    }
}
