package cadran.server.users;

import cadran.model.organisations.Role;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.Account;
import cadran.server.auth.CodeList;
import cadran.server.db.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The members that nobody invited, because there was nobody. */
public final class FoundingMembers {
    private final InstantSource clock;
    private final AuditLog audit;
    private final Consumer<Tx> memberNames;
    private final MemberStore members = new MemberStore();

    /** @param memberNames tells everybody who the members are, in the transaction it is given */
    public FoundingMembers(InstantSource clock, AuditLog audit, Consumer<Tx> memberNames) {
        this.clock = clock;
        this.audit = audit;
        this.memberNames = memberNames;
    }

    public void add(Tx tx, Account account, List<Role> roles) {
        members.insert(tx, account.id(), roles, clock.instant());
        audit.append(
                tx,
                Actor.of(account.id(), null),
                "user.founded",
                "user",
                account.id().toString(),
                AuditDetails.none().with("email", account.email()).with("roles", CodeList.write(Role.class, roles)));
        memberNames.accept(tx);
    }
}
