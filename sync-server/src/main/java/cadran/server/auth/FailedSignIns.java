package cadran.server.auth;

import cadran.model.ids.OrganisationId;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.db.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Failures at the door, told to those whose door it is: in the audit log of each organisation of the account, if there
 * is such an account. That happens behind the answer, on a thread of its own, so that nobody can time whether there is
 * one; and at each doubling of the failures only, so that whoever guesses for days doesn't fill the log.
 */
public final class FailedSignIns implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FailedSignIns.class);
    private static final int WAITING = 1_000;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final AuditLog audit;
    private final MeterRegistry metrics;
    private final AccountStore accounts = new AccountStore();
    private final ThreadPoolExecutor writer;

    public FailedSignIns(Database database, AuditLog audit, MeterRegistry metrics) {
        this.database = database;
        this.audit = audit;
        this.metrics = metrics;
        this.writer = new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("failed-sign-ins-", 0).daemon().factory(),
                (dropped, full) -> metrics.counter("cadran.auth.untold").increment());
    }

    /** @param at which door: a password, a refresh token */
    void count(String at, String code) {
        metrics.counter("cadran.auth.refused", "at", at, "code", code).increment();
    }

    /** A wrong password for an account that exists. */
    void tell(Account account, SignInLimits.Attempt attempt, SignInLimits.Admitted admitted) {
        boolean doubled = Integer.bitCount(admitted.failures()) == 1;
        if (doubled) writer.execute(() -> write(account, attempt, admitted));
    }

    private void write(Account account, SignInLimits.Attempt attempt, SignInLimits.Admitted admitted) {
        try {
            for (var organisation : database.inPlatform(handle -> accounts.organisations(handle, account.id()))) {
                write(organisation, account, attempt, admitted);
            }
        } catch (RuntimeException failure) {
            log.error("Failed sign-ins of {} can't be written into the audit log", account.id(), failure);
        }
    }

    private void write(
            OrganisationId organisation,
            Account account,
            SignInLimits.Attempt attempt,
            SignInLimits.Admitted admitted) {
        var details = AuditDetails.none()
                .with("address", attempt.address())
                .with("failures", admitted.failures())
                .with("blockedSeconds", admitted.blocked().toSeconds());
        database.inOrganisation(organisation, tx -> {
            audit.append(
                    tx, Actor.SERVER, "sign_in.failed", "user", account.id().toString(), details);
            return true;
        });
    }

    /** What was not written yet is. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn(
                        "{} failed sign-ins were not written into the audit log",
                        writer.getQueue().size());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
