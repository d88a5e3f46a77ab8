package cadran.server.users;

import cadran.model.ids.UserId;
import cadran.model.organisations.Member;
import cadran.model.organisations.MemberState;
import cadran.model.organisations.Permission;
import cadran.model.organisations.ResetCode;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.AccountStore;
import cadran.server.auth.CodeList;
import cadran.server.auth.OneTimeCodes;
import cadran.server.auth.OneTimeCodes.Purpose;
import cadran.server.auth.Sessions;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import cadran.server.http.Precondition;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What an administrator does to members. Each change waits for the organisation's lock, then looks again. */
public final class Members {
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Consumer<Tx> memberNames;
    private final AccountStore accounts = new AccountStore();
    private final MemberStore members = new MemberStore();
    private final TeamMemberStore teamMembers = new TeamMemberStore();
    private final TeamStore teams = new TeamStore();

    /** @param memberNames tells everybody who the members are, in the transaction it is given */
    public Members(OneTimeCodes codes, Sessions sessions, AuditLog audit, Consumer<Tx> memberNames) {
        this.memberNames = memberNames;
        this.codes = codes;
        this.sessions = sessions;
        this.audit = audit;
    }

    public List<Member> list(Tx tx) {
        return members.list(tx);
    }

    public Member get(Tx tx, UserId user) {
        return members.find(tx, user)
                .orElseThrow(() -> Problem.of("row.not_found").asException());
    }

    Member patch(Tx tx, Caller by, UserId user, Precondition seen, Supplier<Member.Patch> body) {
        members.lock(tx);
        var before = get(tx, user);
        seen.require(before.version());
        var patch = body.get();
        GrantRules.requireHolds(by.permissions(), before.roles());
        if (patch.roles() != null) {
            GrantRules.requireGrantable(by, patch.roles());
            members.setRoles(tx, user, patch.roles());
        }
        if (patch.teams() != null) {
            requireTeams(tx, patch.teams());
            teamMembers.replace(tx, user, patch.teams());
        }
        requireAnAdmin(tx);
        members.raiseVersion(tx, user);
        var after = get(tx, user);
        note(tx, by, "user.changed", before, after);
        return after;
    }

    void deactivate(Tx tx, Caller by, UserId user) {
        members.lock(tx);
        var before = requirePowerOver(tx, by, user);
        if (before.state() == MemberState.DEACTIVATED) return;
        members.setState(tx, user, MemberState.DEACTIVATED);
        members.raiseVersion(tx, user);
        requireAnAdmin(tx);
        accounts.lockOperators(tx.handle());
        if (accounts.byId(tx.handle(), user).orElseThrow().operator()) Operators.requireOneLeft(tx.handle());
        sessions.revokeAll(tx, user);
        codes.revoke(tx.handle(), user.value());
        note(tx, by, "user.deactivated", before, get(tx, user));
        memberNames.accept(tx);
    }

    void reactivate(Tx tx, Caller by, UserId user) {
        members.lock(tx);
        var before = requirePowerOver(tx, by, user);
        if (before.state() == MemberState.ACTIVE) return;
        members.setState(tx, user, MemberState.ACTIVE);
        members.raiseVersion(tx, user);
        note(tx, by, "user.reactivated", before, get(tx, user));
        memberNames.accept(tx);
    }

    /**
     * A code with which the member chooses a new password. Not for somebody who is in other organisations, too: one
     * password opens them all, and this administrator has no say there. An operator can do it.
     */
    ResetCode reset(Tx tx, Caller by, UserId user) {
        members.lock(tx);
        var member = requirePowerOver(tx, by, user);
        if (member.state() != MemberState.ACTIVE)
            throw Problem.of("user.deactivated").asException();
        if (members.isElsewhere(tx, user)) {
            throw Problem.of("user.in_other_organisations").asException();
        }
        var expires = codes.expiry();
        var code = codes.issue(tx.handle(), Purpose.RESET, user.value(), tx.organisation());
        audit.append(tx, by.actor(), "user.reset", "user", user.toString(), AuditDetails.none());
        return new ResetCode(code, expires);
    }

    private Member requirePowerOver(Tx tx, Caller by, UserId user) {
        var member = get(tx, user);
        GrantRules.requireHolds(by.permissions(), member.roles());
        boolean operator = accounts.byId(tx.handle(), user).orElseThrow().operator();
        if (operator && !by.may(Permission.PLATFORM_OPERATE)) {
            throw Problem.of("right.user_is_operator").asException();
        }
        return member;
    }

    private void requireAnAdmin(Tx tx) {
        if (!members.hasActiveAdmin(tx)) throw Problem.of("user.last_admin").asException();
    }

    void requireTeams(Tx tx, Collection<UUID> ids) {
        for (UUID id : ids) {
            if (teams.find(tx, id).isEmpty()) {
                throw Problem.of("reference.unknown").with("id", id).at("teams").asException();
            }
        }
    }

    private void note(Tx tx, Caller by, String action, Member before, Member after) {
        var details = AuditDetails.none();
        changed(details, "roles", roles(before), roles(after));
        changed(details, "teams", teams(before), teams(after));
        changed(details, "state", before.state().name(), after.state().name());
        audit.append(tx, by.actor(), action, "user", before.id().toString(), details);
    }

    private static void changed(AuditDetails details, String field, String before, String after) {
        if (!before.equals(after)) details.changed(field, before, after);
    }

    private static String roles(Member member) {
        return CodeList.write(Role.class, member.roles());
    }

    private static String teams(Member member) {
        return member.teams().stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
