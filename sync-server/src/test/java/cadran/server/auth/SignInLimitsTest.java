package cadran.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.problem.ProblemException;
import cadran.server.auth.SignInLimits.Attempt;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class SignInLimitsTest {
    private final SettableClock clock = new SettableClock();
    private final String email = "e-" + UUID.randomUUID() + "@example.com";
    private final UUID device = UUID.randomUUID();
    private int addresses;

    private Attempt fromAnotherAddress() {
        return new Attempt(email, UUID.randomUUID(), UUID.randomUUID() + "-" + addresses++);
    }

    private static long waits(SignInLimits limits, Attempt attempt) {
        try {
            limits.admit(attempt);
            return 0;
        } catch (ProblemException refused) {
            assertEquals("limit.sign_in", refused.problem().code());
            return Long.parseLong(String.valueOf(refused.problem().args().get("seconds")));
        }
    }

    @DatabaseTest
    void afterFiveFailuresEachWaitIsTwiceTheOneBefore(Database db) {
        var limits = new SignInLimits(db, clock);
        for (int i = 0; i < 6; i++) assertEquals(0, waits(limits, fromAnotherAddress()));
        for (long wait = 1; wait < 900; wait *= 2) {
            assertEquals(wait, waits(limits, fromAnotherAddress()));
            clock.advance(Duration.ofSeconds(wait));
            assertEquals(0, waits(limits, fromAnotherAddress()));
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(900, waits(limits, fromAnotherAddress()));
            clock.advance(Duration.ofMinutes(15));
            assertEquals(0, waits(limits, fromAnotherAddress()));
        }
    }

    @DatabaseTest
    void oneAddressIsSlowedDownWhateverTheAccounts(Database db) {
        var limits = new SignInLimits(db, clock);
        var address = UUID.randomUUID().toString();
        for (int i = 0; i < 31; i++) {
            assertEquals(0, waits(limits, new Attempt(i + email, device, address)));
        }
        assertTrue(waits(limits, new Attempt("next" + email, device, address)) > 0);
        assertEquals(0, waits(limits, new Attempt("next" + email, device, address + "'")));
    }

    @DatabaseTest
    void attemptsThatComeTogetherAreAllCounted(Database db) throws Exception {
        var limits = new SignInLimits(db, clock);
        var together = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 24; i++) together.add(() -> waits(limits, fromAnotherAddress()));
        int admitted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(together)) {
                if (each.get() == 0) admitted++;
            }
        }
        assertEquals(6, admitted);
    }

    @DatabaseTest
    void strangersCannotLockTheOwnerOutOfAKnownDevice(Database db) {
        var limits = new SignInLimits(db, clock);
        var own = new Attempt(email, device, "home");
        assertEquals(0, waits(limits, own));
        limits.succeeded(own);
        for (int i = 0; i < 30; i++) waits(limits, fromAnotherAddress());
        assertTrue(waits(limits, fromAnotherAddress()) > 0);
        assertEquals(0, waits(limits, own));
        assertEquals(0, waits(limits, new Attempt(email, device, "on the train")));
    }

    @DatabaseTest
    void aKnownDeviceMayNotGuessForEverEither(Database db) {
        var limits = new SignInLimits(db, clock);
        var own = new Attempt(email, device, "home");
        waits(limits, own);
        limits.succeeded(own);
        for (int i = 0; i < 6; i++) assertEquals(0, waits(limits, own));
        assertTrue(waits(limits, own) > 0);
    }

    /** Else whoever has an account of their own could sign in between two guesses and guess for ever. */
    @DatabaseTest
    void aSuccessOfAnotherAccountDoesNotForgiveTheAddress(Database db) {
        var limits = new SignInLimits(db, clock);
        var address = UUID.randomUUID().toString();
        for (int i = 0; i < 31; i++) waits(limits, new Attempt(i + email, UUID.randomUUID(), address));
        clock.advance(Duration.ofSeconds(2));
        var attackersOwn = new Attempt("own-" + email, device, address);
        assertEquals(0, waits(limits, attackersOwn));
        limits.succeeded(attackersOwn);
        assertEquals(0, waits(limits, new Attempt("victim" + email, UUID.randomUUID(), address)));
        assertTrue(waits(limits, new Attempt("victim" + email, UUID.randomUUID(), address)) > 0);
    }

    @DatabaseTest
    void aDayWithoutFailuresForgetsThem(Database db) {
        var limits = new SignInLimits(db, clock);
        for (int i = 0; i < 8; i++) waits(limits, fromAnotherAddress());
        clock.advance(Duration.ofDays(1).plusSeconds(10));
        for (int i = 0; i < 6; i++) assertEquals(0, waits(limits, fromAnotherAddress()));
        clock.advance(Duration.ofDays(1).plusSeconds(10));
        limits.purge();
        assertFalse(waits(limits, fromAnotherAddress()) > 0);
    }

    @DatabaseTest
    void theServerAnswers429WithTheTimeToWait(Database db) {
        try (var people = new People(db)) {
            var admin = people.organisation("Force brute");
            for (int i = 0; i < 6; i++) {
                assertEquals(
                        401,
                        people.trySignIn(admin.email(), "wrong password!", null, People.device())
                                .statusCode());
            }
            long before = people.identity.hasher().computations();
            var refused = people.trySignIn(admin.email(), People.PASSWORD, null, People.device());
            assertEquals(429, refused.statusCode());
            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
            assertEquals(before, people.identity.hasher().computations());
        }
    }
}
