package cadran.desktop.platform;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The keychain of Windows, macOS or the Linux desktop. */
public final class SystemKeychain implements Keychain {
    private static final String SERVICE = "Cadran";
    private static final int PATIENCE_SECONDS = 5;

    private final Keyring keyring;

    private SystemKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Empty where there is none, which is common on Linux: no session bus, no secret service, or one that doesn't answer. */
    public static Optional<Keychain> find(Map<String, String> environment, String system) {
        if (system.toLowerCase(Locale.ROOT).startsWith("linux") && !hasSessionBus(environment)) {
            return Optional.empty();
        }
        var opening = new FutureTask<Optional<Keychain>>(SystemKeychain::open);
        Thread.ofPlatform().daemon().name("keychain").start(opening);
        try {
            return opening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The keychain could not be opened", e.getCause());
        }
    }

    private static Optional<Keychain> open() {
        try {
            return Optional.of(new SystemKeychain(Keyring.create()));
        } catch (BackendNotSupportedException none) {
            return Optional.empty();
        }
    }

    /** Without a bus the library tries every backend in turn before it gives up. */
    private static boolean hasSessionBus(Map<String, String> environment) {
        var runtime = environment.get("XDG_RUNTIME_DIR");
        return !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()
                || (runtime != null && Files.exists(Path.of(runtime, "bus")));
    }

    @Override
    public Optional<String> read(String account) {
        try {
            return Optional.of(keyring.getPassword(SERVICE, account));
        } catch (PasswordAccessException absent) {
            // The library has one exception for "not there" and "not allowed"; to the caller both mean no secret.
            return Optional.empty();
        }
    }

    @Override
    public void write(String account, String secret) {
        try {
            keyring.setPassword(SERVICE, account, secret);
        } catch (PasswordAccessException e) {
            throw new IllegalStateException("The keychain refused to keep a secret", e);
        }
    }

    @Override
    public void delete(String account) {
        if (read(account).isEmpty()) {
            return;
        }
        try {
            keyring.deletePassword(SERVICE, account);
        } catch (PasswordAccessException e) {
            throw new IllegalStateException("The keychain refused to forget a secret", e);
        }
    }
}
