package cadran.desktop.organisation;

import cadran.model.auth.Me;
import cadran.model.organisations.Role;
import cadran.model.organisations.Team;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody, with what is needed to show and change them. */
record People(Me me, List<PersonRow> rows, List<Team> teams) {
    /** Waits for the server. */
    static People read(ServerDesk api, Instant now) {
        var me = ServerAnswer.of(api.auth().me());
        var members = ServerAnswer.of(api.admin().users()).items().stream().map(PersonRow::of);
        var invited = ServerAnswer.of(api.admin().invitations()).items().stream().map(each -> PersonRow.of(each, now));
        var teams = ServerAnswer.of(api.admin().teams()).items().stream()
                .sorted(Comparator.comparing(Team::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new People(me, Stream.concat(members, invited).toList(), teams);
    }

    String teamNames(PersonRow person) {
        Map<UUID, String> names = teams.stream().collect(Collectors.toMap(Team::id, Team::name));
        return person.teams().stream()
                .map(id -> names.getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining(", "));
    }

    /** The roles that the signed-in user may give: none with a right that they lack themselves. */
    List<Role> grantable() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.OPERATOR && me.permissions().containsAll(role.permissions()))
                .toList();
    }

    boolean isMe(PersonRow person) {
        return person.id().equals(me.id());
    }
}
