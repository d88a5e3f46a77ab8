package cadran.server.auth;

import cadran.model.auth.PasswordRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id. The computations have few threads of their own and a short queue: a storm of sign-ins can neither take
 * the memory nor stop the virtual threads of the other requests.
 */
public final class PasswordHasher {
    private static final int WAITING = 64;
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final PasswordCost cost;
    private final Secrets secrets;
    private final ThreadPoolExecutor threads;
    private final AtomicLong computations = new AtomicLong();
    private final PasswordHash nobody;

    public PasswordHasher(PasswordCost cost, Secrets secrets) {
        this.cost = cost;
        this.secrets = secrets;
        this.threads = new ThreadPoolExecutor(
                cost.atOnce(),
                cost.atOnce(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        // Random bytes instead of a computed hash: no password matches it, and it costs as much to find out.
        this.nobody = new PasswordHash(
                cost.memoryKib(),
                cost.passes(),
                cost.lanes(),
                secrets.bytes(PasswordHash.SALT),
                secrets.bytes(PasswordHash.LENGTH));
    }

    public String hash(String password) {
        var salt = secrets.bytes(PasswordHash.SALT);
        var empty =
                new PasswordHash(cost.memoryKib(), cost.passes(), cost.lanes(), salt, new byte[PasswordHash.LENGTH]);
        return empty.with(compute(password, empty)).text();
    }

    /** One computation whatever the outcome, also where there is no account or no password to compare with. */
    public boolean matches(String password, @Nullable String stored) {
        var hash = stored == null ? nobody : PasswordHash.parse(stored);
        return MessageDigest.isEqual(compute(password, hash), hash.hash());
    }

    /** Whether it was computed at another cost than that of today. */
    boolean isOutdated(String stored) {
        var hash = PasswordHash.parse(stored);
        return hash.memoryKib() != cost.memoryKib() || hash.passes() != cost.passes() || hash.lanes() != cost.lanes();
    }

    /** How often a password was computed: what an attacker could time. */
    public long computations() {
        return computations.get();
    }

    private byte[] compute(String password, PasswordHash hash) {
        computations.incrementAndGet();
        // Beyond the longest password that anybody can have chosen nothing matches; don't normalise megabytes.
        var text = password.length() > 2 * PasswordRules.MOST ? "" : PasswordRules.normalised(password);
        return onOwnThread(() -> {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(hash.memoryKib())
                    .withIterations(hash.passes())
                    .withParallelism(hash.lanes())
                    .withSalt(hash.salt())
                    .build());
            var result = new byte[hash.hash().length];
            generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), result);
            return result;
        });
    }

    private byte[] onOwnThread(Callable<byte[]> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException tooMany) {
            throw SignInLimits.tooMany(BUSY).asException();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
