package cadran.desktop.organisation;

import cadran.model.organisations.Invitation;
import cadran.model.organisations.Member;
import cadran.model.organisations.MemberState;
import cadran.model.organisations.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the organisation, or somebody who was invited into it.
 *
 * @param id of the user, or of the invitation
 * @param version of the member; an invitation is not changed
 * @param name empty while only invited
 * @param until when the invitation ends
 */
record PersonRow(
        UUID id,
        long version,
        String name,
        String email,
        List<Role> roles,
        List<UUID> teams,
        Standing standing,
        @Nullable Instant seenAt,
        @Nullable Instant until) {
    enum Standing {
        ACTIVE,
        INVITED,
        INVITATION_EXPIRED,
        DEACTIVATED
    }

    static PersonRow of(Member member) {
        return new PersonRow(
                member.id(),
                member.version(),
                member.name(),
                member.email(),
                member.roles(),
                member.teams(),
                member.state() == MemberState.ACTIVE ? Standing.ACTIVE : Standing.DEACTIVATED,
                member.seenAt(),
                null);
    }

    static PersonRow of(Invitation invitation, Instant now) {
        return new PersonRow(
                invitation.id(),
                0,
                "",
                invitation.email(),
                invitation.roles(),
                invitation.teams(),
                invitation.expiresAt().isAfter(now) ? Standing.INVITED : Standing.INVITATION_EXPIRED,
                null,
                invitation.expiresAt());
    }

    boolean isMember() {
        return standing == Standing.ACTIVE || standing == Standing.DEACTIVATED;
    }

    /** How other people call them. */
    String called() {
        return name.isEmpty() ? email : name;
    }
}
