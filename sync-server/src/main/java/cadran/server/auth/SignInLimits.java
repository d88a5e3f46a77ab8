package cadran.server.auth;

import cadran.model.problem.Problem;
import cadran.server.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Slows guessing down, per account and per address, without ever locking the owner out: a device from which the
 * account was entered before has a limit of its own, which strangers can't use up because they don't know its id.
 * An attempt is counted before the password is looked at, so that a thousand at once are counted too.
 */
public final class SignInLimits {
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final Duration DEVICE_FORGOTTEN_AFTER = Duration.ofDays(180);

    private final Database database;
    private final InstantSource clock;
    private final SignInLimitStore store = new SignInLimitStore();

    public SignInLimits(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whom an attempt is about and where it comes from; an unknown account is counted like a known one. */
    public record Attempt(String email, UUID device, String address) {}

    /**
     * An attempt that may go on.
     *
     * @param failures how often it failed lately if it fails now, this time included
     * @param blocked how long the next one must wait then
     */
    record Admitted(int failures, Duration blocked) {}

    /** What is counted: how many attempts are free before each doubles the time to the next. */
    private record Counter(String subject, int free) {
        static Counter account(Attempt attempt) {
            return new Counter(Secrets.hash("account " + attempt.email()), 5);
        }

        /** Offices share one address. */
        static Counter address(Attempt attempt) {
            return new Counter(Secrets.hash("address " + attempt.address()), 30);
        }

        static Counter device(Attempt attempt) {
            return new Counter(Secrets.hash("device " + attempt.device() + " " + attempt.email()), 5);
        }
    }

    /** Counts the attempt, or refuses it with {@code limit.sign_in} and the seconds to wait. */
    Admitted admit(Attempt attempt) {
        for (Counter counter : strangers(attempt)) store.ensure(database, counter.subject(), clock.instant());
        var outcome = database.inPlatform(handle -> {
            var counters = isKnown(handle, attempt) ? List.of(Counter.device(attempt)) : strangers(attempt);
            return admit(handle, counters, clock.instant());
        });
        return switch (outcome) {
            case Admission.Granted(var admitted) -> admitted;
            case Admission.Refused(var delay) -> throw tooMany(delay).asException();
        };
    }

    private sealed interface Admission {
        record Granted(Admitted admitted) implements Admission {}

        record Refused(Duration delay) implements Admission {}
    }

    static Problem tooMany(Duration delay) {
        return Problem.of("limit.sign_in")
                .with("seconds", Math.max(1, delay.plusMillis(999).toSeconds()));
    }

    private Admission admit(Handle handle, List<Counter> counters, Instant now) {
        var limits = counters.stream()
                .map(counter -> store.lock(handle, counter.subject()))
                .toList();
        var blocked = limits.stream()
                .map(SignInLimitStore.Limit::blockedUntil)
                .filter(now::isBefore)
                .max(Instant::compareTo);
        if (blocked.isPresent()) return new Admission.Refused(Duration.between(now, blocked.get()));
        var ofAccount = new Admitted(0, Duration.ZERO);
        for (int i = 0; i < counters.size(); i++) {
            var counter = counters.get(i);
            var limit = limits.get(i);
            boolean forgotten = limit.lastAt().plus(FORGOTTEN_AFTER).isBefore(now);
            int failures = forgotten ? 1 : limit.failures() + 1;
            var delay = delay(failures - counter.free());
            store.update(handle, counter.subject(), failures, now, delay.isZero() ? Instant.EPOCH : now.plus(delay));
            // The first counter is the account's, or that of one of its devices.
            if (i == 0) ofAccount = new Admitted(failures, delay);
        }
        return new Admission.Granted(ofAccount);
    }

    /** The password was right: the attempt was no failure, and the device is known from now on. */
    void succeeded(Attempt attempt) {
        var device = Counter.device(attempt).subject();
        store.ensure(database, device, clock.instant());
        database.inPlatform(handle -> {
            var now = clock.instant();
            boolean wasKnown = isKnown(handle, attempt);
            if (!wasKnown) {
                store.reset(handle, Counter.account(attempt).subject());
                store.takeBack(handle, Counter.address(attempt).subject());
            }
            store.markKnown(handle, device, now);
            return true;
        });
    }

    /** An administrator vouches for the account: strangers' failures no longer delay its owner. */
    public void forgive(Handle handle, String email) {
        store.reset(handle, Secrets.hash("account " + email));
    }

    /** Housekeeping, once a day. */
    public void purge() {
        var now = clock.instant();
        database.inPlatform(
                handle -> store.purge(handle, now.minus(FORGOTTEN_AFTER), now.minus(DEVICE_FORGOTTEN_AFTER)));
    }

    private boolean isKnown(Handle handle, Attempt attempt) {
        return store.isKnown(handle, Counter.device(attempt).subject());
    }

    /** In the order in which they are locked. */
    private static List<Counter> strangers(Attempt attempt) {
        return List.of(Counter.account(attempt), Counter.address(attempt));
    }

    private static Duration delay(int beyondFree) {
        if (beyondFree <= 0) return Duration.ZERO;
        long seconds = 1L << Math.min(beyondFree - 1, 20);
        return seconds > LONGEST_DELAY.toSeconds() ? LONGEST_DELAY : Duration.ofSeconds(seconds);
    }
}
