package cadran.server.users;

import cadran.model.auth.EmailRules;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.CodeList;
import cadran.server.auth.OneTimeCodes;
import cadran.server.auth.OneTimeCodes.Purpose;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Codes that make somebody a member, as the administrator sees them. */
public final class Invitations {
    private static final int MOST_TEAMS = 50;

    private final InstantSource clock;
    private final UuidV7 ids;
    private final OneTimeCodes codes;
    private final Members members;
    private final AuditLog audit;
    private final InvitationStore store = new InvitationStore();
    private final MemberStore memberships = new MemberStore();

    public Invitations(InstantSource clock, UuidV7 ids, OneTimeCodes codes, Members members, AuditLog audit) {
        this.clock = clock;
        this.ids = ids;
        this.codes = codes;
        this.members = members;
        this.audit = audit;
    }

    List<Invitation> list(Tx tx) {
        return store.open(tx);
    }

    Invitation.Made invite(Tx tx, Caller by, Invitation.Request request) {
        GrantRules.requireGrantable(by, request.roles());
        return invite(tx, by.actor(), request);
    }

    /** Without looking at the inviter's own rights: an operator invites the first administrator. */
    public Invitation.Made invite(Tx tx, Actor by, Invitation.Request request) {
        var email = EmailRules.require(request.email());
        memberships.lock(tx);
        if (memberships.isActive(tx, email)) {
            throw Problem.of("user.already_member").at("email").asException();
        }
        if (request.teams().size() > MOST_TEAMS) {
            throw Problem.of("field.too_long")
                    .with("max", MOST_TEAMS)
                    .at("teams")
                    .asException();
        }
        members.requireTeams(tx, request.teams());
        store.open(tx).stream()
                .filter(earlier -> earlier.email().equals(email))
                .forEach(earlier -> withdraw(tx, earlier));
        var roles = List.copyOf(CodeList.read(Role.class, CodeList.write(Role.class, request.roles())));
        var invitation = new Invitation(ids.next(), email, roles, request.teams(), clock.instant(), codes.expiry());
        store.insert(tx, invitation, by.user());
        var code = codes.issue(tx.handle(), Purpose.INVITATION, invitation.id(), tx.organisation());
        audit.append(
                tx,
                by,
                "invitation.made",
                "invitation",
                invitation.id().toString(),
                AuditDetails.none()
                        .with("email", email)
                        .with("roles", CodeList.write(Role.class, roles))
                        .with("expires", invitation.expiresAt()));
        return new Invitation.Made(invitation, code);
    }

    void revoke(Tx tx, Caller by, UUID id) {
        memberships.lock(tx);
        var invitation =
                store.open(tx, id).orElseThrow(() -> Problem.of("row.not_found").asException());
        withdraw(tx, invitation);
        audit.append(tx, by.actor(), "invitation.revoked", "invitation", id.toString(), AuditDetails.none());
    }

    private void withdraw(Tx tx, Invitation invitation) {
        store.revoke(tx, invitation.id(), clock.instant());
        codes.revoke(tx.handle(), invitation.id());
    }
}
