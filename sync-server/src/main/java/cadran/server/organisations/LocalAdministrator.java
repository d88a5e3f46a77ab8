package cadran.server.organisations;

import cadran.model.auth.SignInDevice;
import cadran.model.auth.Tokens;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Role;
import cadran.server.audit.Actor;
import cadran.server.auth.Account;
import cadran.server.auth.AccountStore;
import cadran.server.auth.Sessions;
import cadran.server.db.Database;
import cadran.server.users.FoundingMembers;
import java.time.InstantSource;
import java.util.List;

/**
 * The user of a server inside the desktop's own process. It has no password and no email, so nobody can sign in as it
 * over HTTP; who runs in the process and can open its files is that user anyway.
 */
public final class LocalAdministrator {
    /** Without an @, so that no person can have it. */
    private static final String EMAIL = "local";

    private static final String ADDRESS = "local";

    private final Database database;
    private final InstantSource clock;
    private final UuidV7 ids;
    private final Sessions sessions;
    private final NewOrganisations beginnings;
    private final FoundingMembers founders;
    private final AccountStore accounts = new AccountStore();

    LocalAdministrator(
            Database database,
            InstantSource clock,
            UuidV7 ids,
            Sessions sessions,
            NewOrganisations beginnings,
            FoundingMembers founders) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.sessions = sessions;
        this.beginnings = beginnings;
        this.founders = founders;
    }

    /** Whom to make when there is nobody yet. */
    public record Wanted(String organisation, String name, String language, String timeZone) {}

    /** Signs the device in as the local administrator, who is made with an organisation the first time. */
    public Tokens ensure(Wanted wanted, SignInDevice device) {
        var known = database.inPlatform(handle -> accounts.byEmail(handle, EMAIL));
        var account = known.orElseGet(
                () -> new Account(new UserId(ids.next()), EMAIL, wanted.name(), wanted.language(), null, 0, false));
        var organisation = known.isPresent() ? homeOf(account) : make(account, wanted);
        return sessions.tokens(
                database.inOrganisation(organisation, tx -> sessions.open(tx, account, device, ADDRESS)));
    }

    private OrganisationId make(Account account, Wanted wanted) {
        var id = new OrganisationId(ids.next());
        var registration = new Registration(OrganisationKind.B2C, wanted.organisation(), null, null);
        var organisation = beginnings.checked(id, registration, wanted.timeZone());
        return database.inOrganisation(id, tx -> {
            accounts.insert(tx.handle(), account, clock.instant());
            beginnings.insert(tx, organisation, Actor.of(account.id(), null));
            founders.add(tx, account, List.of(Role.ADMIN));
            return id;
        });
    }

    private OrganisationId homeOf(Account account) {
        return database.inPlatform(
                handle -> accounts.organisations(handle, account.id()).getFirst());
    }
}
