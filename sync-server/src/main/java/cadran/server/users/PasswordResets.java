package cadran.server.users;

import cadran.model.auth.EmailRules;
import cadran.model.auth.ResetRequest;
import cadran.model.ids.UserId;
import cadran.model.organisations.ResetCode;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.AccountStore;
import cadran.server.auth.OneTimeCodes;
import cadran.server.auth.OneTimeCodes.Code;
import cadran.server.auth.OneTimeCodes.Purpose;
import cadran.server.auth.Passwords;
import cadran.server.auth.SignInLimits;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Somebody who forgot the password comes with a code of the administrator or of the operator. */
public final class PasswordResets {
    private final Database database;
    private final OneTimeCodes codes;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final AuditLog audit;
    private final AccountStore accounts = new AccountStore();
    private final MemberStore members = new MemberStore();

    public PasswordResets(
            Database database, OneTimeCodes codes, Passwords passwords, SignInLimits limits, AuditLog audit) {
        this.database = database;
        this.codes = codes;
        this.passwords = passwords;
        this.limits = limits;
        this.audit = audit;
    }

    /** For people in several organisations, whom no administrator may reset. It goes into the operator's log. */
    ResetCode issueByOperator(Caller operator, ResetCode.Request request) {
        var email = EmailRules.canonical(request.email());
        return database.inOrganisation(operator.organisation(), tx -> {
            var account = accounts.byEmail(tx.handle(), email)
                    .filter(found -> found.passwordHash() != null)
                    .orElseThrow(() -> Problem.of("row.not_found").at("email").asException());
            var expires = codes.expiry();
            var code = codes.issue(
                    tx.handle(), Purpose.OPERATOR_RESET, account.id().value(), tx.organisation());
            audit.append(
                    tx, operator.actor(), "user.reset", "user", account.id().toString(), AuditDetails.none());
            return new ResetCode(code, expires);
        });
    }

    void use(ResetRequest request) {
        var code = database.inPlatform(handle -> find(handle, request.code())).orElseThrow(PasswordResets::unknown);
        var user = new UserId(code.subject());
        var account = database.inPlatform(handle -> accounts.byId(handle, user)).orElseThrow();
        var hash = passwords.choose(request.password(), account.email());
        database.inOrganisation(code.inOrganisation(), tx -> {
            accounts.lock(tx.handle(), user);
            if (!codes.take(tx.handle(), code) || !mayStillReset(tx, code, user)) throw unknown();
            passwords.replace(tx, user, hash, Actor.of(user, null));
            limits.forgive(tx.handle(), account.email());
            return true;
        });
    }

    private Optional<Code> find(Handle handle, String typed) {
        return codes.find(handle, Purpose.RESET, typed).or(() -> codes.find(handle, Purpose.OPERATOR_RESET, typed));
    }

    /** The person may have joined another organisation since the administrator made the code. */
    private boolean mayStillReset(Tx tx, Code code, UserId user) {
        return code.purpose() == Purpose.OPERATOR_RESET || !members.isElsewhere(tx, user);
    }

    private static ProblemException unknown() {
        return Problem.of("code.unknown").at("code").asException();
    }
}
