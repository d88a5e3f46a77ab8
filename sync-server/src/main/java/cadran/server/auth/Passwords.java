package cadran.server.auth;

import cadran.model.auth.PasswordChange;
import cadran.model.auth.PasswordRules;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.problem.Problem;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.db.Database;
import cadran.server.db.Tx;

/** Passwords that people choose. */
public final class Passwords {
    private final Database database;
    private final PasswordHasher hasher;
    private final SignIn signIn;
    private final Sessions sessions;
    private final AuditLog audit;
    private final AccountStore accounts = new AccountStore();

    public Passwords(Database database, PasswordHasher hasher, SignIn signIn, Sessions sessions, AuditLog audit) {
        this.database = database;
        this.hasher = hasher;
        this.signIn = signIn;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Its hash, or the reason why it may not be chosen. Outside of transactions: it takes its time. */
    public String choose(String password, String email) {
        PasswordRules.problem(password, email).ifPresent(problem -> {
            throw problem.asException();
        });
        return hasher.hash(password);
    }

    /** The device that asks stays signed in; all others of the person, in all organisations, do not. */
    void change(OrganisationId organisation, Person person, PasswordChange change, String address) {
        var account = database.inPlatform(handle -> accounts.byId(handle, person.user()))
                .orElseThrow(() -> Problem.of("row.not_found").asException());
        // Not 401: the access token is good, it is this one field that is wrong.
        if (!isOwn(account, person, change.current(), address)) {
            throw Problem.of("password.wrong").at("current").asException();
        }
        var hash = choose(change.password(), account.email());
        database.inOrganisation(organisation, tx -> {
            replace(tx, person.user(), hash, Actor.of(person.user(), person.device()));
            sessions.carryOver(tx, person);
            return true;
        });
    }

    private boolean isOwn(Account account, Person person, String password, String address) {
        return signIn.isPassword(
                new SignInLimits.Attempt(account.email(), person.device().value(), address), password);
    }

    /** Ends every session of the person. */
    public void replace(Tx tx, UserId user, String hash, Actor by) {
        accounts.replacePassword(tx.handle(), user, hash);
        audit.append(tx, by, "user.password_replaced", "user", user.toString(), AuditDetails.none());
    }
}
