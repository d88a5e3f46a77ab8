package cadran.server.organisations;

import cadran.model.auth.EmailRules;
import cadran.model.auth.SetUpRequest;
import cadran.model.auth.Tokens;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.server.audit.Actor;
import cadran.server.auth.Account;
import cadran.server.auth.AccountStore;
import cadran.server.auth.NewAccount;
import cadran.server.auth.OneTimeCodes;
import cadran.server.auth.OneTimeCodes.Code;
import cadran.server.auth.OneTimeCodes.Purpose;
import cadran.server.auth.Passwords;
import cadran.server.auth.Sessions;
import cadran.server.db.Database;
import cadran.server.users.Consents;
import cadran.server.users.FoundingMembers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The first minutes of a server that stands alone. Nobody is in it and there is no default password: whoever can read
 * its log has a code, and becomes operator of the platform and administrator of the first organisation.
 */
public final class SetUp {
    /** There is one set-up; a new start's code replaces the one before. */
    private static final UUID SUBJECT = new UUID(0, 0);

    private final Database database;
    private final InstantSource clock;
    private final UuidV7 ids;
    private final OneTimeCodes codes;
    private final Passwords passwords;
    private final Sessions sessions;
    private final NewOrganisations beginnings;
    private final FoundingMembers founders;
    private final Consents consents;
    private final AccountStore accounts = new AccountStore();

    SetUp(
            Database database,
            InstantSource clock,
            UuidV7 ids,
            OneTimeCodes codes,
            Passwords passwords,
            Sessions sessions,
            NewOrganisations beginnings,
            FoundingMembers founders,
            Consents consents) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.codes = codes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.beginnings = beginnings;
        this.founders = founders;
        this.consents = consents;
    }

    /** A new code for the log, as long as there is nobody. */
    public Optional<String> offer() {
        return database.inPlatform(handle -> accounts.isEmpty(handle)
                ? Optional.of(codes.issue(handle, Purpose.SET_UP, SUBJECT, null))
                : Optional.empty());
    }

    Tokens setUp(SetUpRequest request, String address) {
        var code = find(request.code());
        var email = EmailRules.require(request.email());
        Consents.requireFor(request.consents());
        var organisation =
                beginnings.checked(new OrganisationId(ids.next()), request.organisation(), request.timeZone());
        var account = new NewAccount(
                        new UserId(ids.next()),
                        email,
                        request.name(),
                        request.language(),
                        passwords.choose(request.password(), email))
                .account(true);
        var opened = database.inOrganisation(new OrganisationId(organisation.id()), tx -> {
            if (!codes.take(tx.handle(), code) || !accounts.isEmpty(tx.handle())) throw unknown();
            accounts.insert(tx.handle(), account, clock.instant());
            beginnings.insert(tx, organisation, actor(account));
            founders.add(tx, account, List.of(Role.ADMIN));
            consents.record(tx.handle(), account.id(), request.consents(), address);
            return sessions.open(tx, account, request.device(), address);
        });
        return sessions.tokens(opened);
    }

    private Code find(String typed) {
        return database.inPlatform(handle -> codes.find(handle, Purpose.SET_UP, typed))
                .orElseThrow(SetUp::unknown);
    }

    private static Actor actor(Account account) {
        return Actor.of(account.id(), null);
    }

    private static ProblemException unknown() {
        return Problem.of("code.unknown").at("code").asException();
    }
}
