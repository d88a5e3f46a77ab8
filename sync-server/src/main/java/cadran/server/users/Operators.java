package cadran.server.users;

import cadran.model.auth.EmailRules;
import cadran.model.ids.UserId;
import cadran.model.organisations.Operator;
import cadran.model.problem.Problem;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.Account;
import cadran.server.auth.AccountStore;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who runs the platform. Operators make and dismiss one another; it goes into the log of the asking one's organisation. */
public final class Operators {
    private final Database database;
    private final AuditLog audit;
    private final AccountStore accounts = new AccountStore();

    public Operators(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    List<Operator> list() {
        return database.inPlatform(accounts::operators).stream()
                .map(Operators::operator)
                .toList();
    }

    /** Only of a person who can sign in with a password; who is one already stays one. */
    Operator make(Caller by, Operator.Request request) {
        var email = EmailRules.canonical(request.email());
        return database.inOrganisation(by.organisation(), tx -> {
            var account = accounts.byEmail(tx.handle(), email)
                    .filter(found -> found.passwordHash() != null)
                    .orElseThrow(() -> Problem.of("row.not_found").at("email").asException());
            if (accounts.setOperator(tx.handle(), account.id(), true)) {
                var details = AuditDetails.none().with("email", account.email());
                audit.append(
                        tx, by.actor(), "operator.made", "user", account.id().toString(), details);
            }
            return operator(account);
        });
    }

    void dismiss(Caller by, UserId user) {
        database.inOrganisation(by.organisation(), tx -> {
            var account = accounts.lockOperators(tx.handle()).stream()
                    .filter(operator -> operator.id().equals(user))
                    .findFirst()
                    .orElseThrow(() -> Problem.of("row.not_found").asException());
            accounts.setOperator(tx.handle(), user, false);
            requireOneLeft(tx.handle());
            var details = AuditDetails.none().with("email", account.email());
            audit.append(tx, by.actor(), "operator.dismissed", "user", user.toString(), details);
            return true;
        });
    }

    /** After a change that may have been about the last one; behind {@link AccountStore#lockOperators}. */
    public static void requireOneLeft(Handle handle) {
        if (new AccountStore().operatorsWhoCanSignIn(handle) == 0) {
            throw Problem.of("user.last_operator").asException();
        }
    }

    private static Operator operator(Account account) {
        return new Operator(account.id().value(), account.email(), account.name());
    }
}
