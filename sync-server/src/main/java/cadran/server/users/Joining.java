package cadran.server.users;

import cadran.model.auth.AcceptRequest;
import cadran.model.auth.InvitationOffer;
import cadran.model.auth.Tokens;
import cadran.model.ids.UserId;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.MemberState;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.Account;
import cadran.server.auth.AccountStore;
import cadran.server.auth.NewAccount;
import cadran.server.auth.OneTimeCodes;
import cadran.server.auth.OneTimeCodes.Code;
import cadran.server.auth.OneTimeCodes.Purpose;
import cadran.server.auth.OpenedSession;
import cadran.server.auth.Passwords;
import cadran.server.auth.Sessions;
import cadran.server.auth.SignIn;
import cadran.server.auth.SignInLimits;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The other side of an invitation: somebody comes with a code. Who has an account keeps it, with its one password,
 * and proves it; the code alone must not let an administrator of one organisation into another.
 */
public final class Joining {
    private final Database database;
    private final InstantSource clock;
    private final UuidV7 ids;
    private final OneTimeCodes codes;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Consents consents;
    private final AuditLog audit;
    private final Consumer<Tx> memberNames;
    private final AccountStore accounts = new AccountStore();
    private final InvitationStore invitations = new InvitationStore();
    private final MemberStore members = new MemberStore();
    private final TeamMemberStore teamMembers = new TeamMemberStore();
    private final TeamStore teams = new TeamStore();

    public Joining(
            Database database,
            InstantSource clock,
            UuidV7 ids,
            OneTimeCodes codes,
            SignIn signIn,
            Passwords passwords,
            Sessions sessions,
            Consents consents,
            AuditLog audit,
            Consumer<Tx> memberNames) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.codes = codes;
        this.signIn = signIn;
        this.passwords = passwords;
        this.sessions = sessions;
        this.consents = consents;
        this.audit = audit;
        this.memberNames = memberNames;
    }

    private record Offer(Code code, Invitation invitation, String organisation, Optional<Account> account) {}

    /** Whether there is an account is told only to the bearer of a code that was made for its address. */
    InvitationOffer offer(String typed) {
        var offer = find(typed);
        return new InvitationOffer(
                offer.organisation(),
                offer.invitation().email(),
                offer.account().isPresent());
    }

    Tokens accept(AcceptRequest request, String address) {
        var offer = find(request.code());
        var opened = offer.account().isPresent()
                ? joinWithAccount(offer, request, address)
                : joinAnew(offer, request, address);
        return sessions.tokens(opened);
    }

    private OpenedSession joinWithAccount(Offer offer, AcceptRequest request, String address) {
        var email = offer.invitation().email();
        var attempt = new SignInLimits.Attempt(email, request.device().id(), address);
        var account = signIn.prove(attempt, request.password());
        return database.inOrganisation(offer.code().inOrganisation(), tx -> {
            // Its row is locked, so that a reset by the administrator of its only organisation can't slip in between.
            accounts.lock(tx.handle(), account.id());
            var opened = join(tx, offer, account, request, address);
            codes.revoke(tx.handle(), account.id().value());
            return opened;
        });
    }

    private OpenedSession joinAnew(Offer offer, AcceptRequest request, String address) {
        Consents.requireFor(request.consents());
        var email = offer.invitation().email();
        var account = new NewAccount(
                        new UserId(ids.next()),
                        email,
                        request.name(),
                        request.language(),
                        passwords.choose(request.password(), email))
                .account(false);
        return database.inOrganisation(offer.code().inOrganisation(), tx -> {
            // Made meanwhile by another invitation: then its password must be proven.
            if (accounts.byEmail(tx.handle(), email).isPresent()) throw unknown();
            accounts.insert(tx.handle(), account, clock.instant());
            return join(tx, offer, account, request, address);
        });
    }

    private OpenedSession join(Tx tx, Offer offer, Account account, AcceptRequest request, String address) {
        members.lock(tx);
        if (!codes.take(tx.handle(), offer.code())) throw unknown();
        var invitation = offer.invitation();
        if (members.find(tx, account.id()).isPresent()) {
            members.setRoles(tx, account.id(), invitation.roles());
            members.setState(tx, account.id(), MemberState.ACTIVE);
            members.raiseVersion(tx, account.id());
        } else {
            members.insert(tx, account.id(), invitation.roles(), clock.instant());
        }
        var remaining = invitation.teams().stream()
                .filter(team -> teams.find(tx, team).isPresent())
                .toList();
        teamMembers.replace(tx, account.id(), remaining);
        invitations.accept(tx, invitation.id(), clock.instant());
        consents.record(tx.handle(), account.id(), request.consents(), address);
        audit.append(
                tx,
                Actor.of(account.id(), null),
                "invitation.accepted",
                "invitation",
                invitation.id().toString(),
                AuditDetails.none().with("user", account.id().value()).with("address", address));
        var opened = sessions.open(tx, account, request.device(), address);
        memberNames.accept(tx);
        return opened;
    }

    private Offer find(String typed) {
        var code = database.inPlatform(handle -> codes.find(handle, Purpose.INVITATION, typed))
                .orElseThrow(Joining::unknown);
        return database.inOrganisation(code.inOrganisation(), tx -> {
            var invitation = invitations.open(tx, code.subject()).orElseThrow(Joining::unknown);
            var place = members.place(tx);
            if (!place.active())
                throw Problem.of("right.organisation_suspended").asException();
            var account = accounts.byEmail(tx.handle(), invitation.email());
            return new Offer(code, invitation, place.name(), account);
        });
    }

    private static ProblemException unknown() {
        return Problem.of("code.unknown").at("code").asException();
    }
}
