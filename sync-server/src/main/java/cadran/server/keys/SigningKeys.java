package cadran.server.keys;

import cadran.server.db.Database;
import cadran.server.settings.WrongSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The keys in use, kept in memory and read again now and then, since another node may have made a new one. */
public final class SigningKeys {
    /** A new key each 15 days; the one before keeps verifying, so no token dies early. */
    static final Duration ROTATION = Duration.ofDays(15);

    private static final Duration LONGEST_TOKEN = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofSeconds(30);

    private final SigningKeyStore store;
    private final InstantSource clock;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.MIN);

    private record Snapshot(List<SigningKey> keys, Instant readAt) {}

    public SigningKeys(Database database, Vault vault, SecureRandom random, InstantSource clock) {
        this.store = new SigningKeyStore(database, vault, random);
        this.clock = clock;
    }

    /** The key for new tokens: the newest, made now if there is none. */
    SigningKey active() {
        var keys = keys();
        if (keys.isEmpty()) {
            rotateIfDue();
            keys = keys();
        }
        return keys.getFirst();
    }

    /** An id that isn't known may be another node's new key, so it is looked for once more; at most each few seconds. */
    Optional<SigningKey> byId(String kid) {
        var found = find(kid);
        if (found.isEmpty() && snapshot.readAt().plusSeconds(2).isBefore(clock.instant())) {
            reload();
            found = find(kid);
        }
        return found;
    }

    private Optional<SigningKey> find(String kid) {
        return keys().stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** The job that runs each hour: a new key when the newest is old, and no trace of those that retired. */
    public void rotateIfDue() {
        store.createIfOlder(clock.instant(), ROTATION);
        store.deleteRetired(clock.instant());
        reload();
    }

    /** At the start: what lies in the database opens with the master keys at hand, or nobody could sign in. */
    public void requireReadable() {
        try {
            reload();
        } catch (SealedException sealed) {
            throw WrongSettings.of(
                    "CADRAN_MASTER_KEY, CADRAN_MASTER_KEY_FILE",
                    "the secrets in this database are sealed under another master key: " + sealed.getMessage());
        }
    }

    /** By hand, when a key may be known to somebody: a new one signs, the others end with their last good tokens. */
    public void rotateNow() {
        store.createIfOlder(clock.instant(), Duration.ZERO);
        reload();
        store.retireAllBut(active().kid(), clock.instant().plus(LONGEST_TOKEN));
        reload();
    }

    /** After the master key changed. */
    public int reseal() {
        return store.reseal();
    }

    private List<SigningKey> keys() {
        var now = clock.instant();
        if (!snapshot.readAt().plus(MEMORY).isAfter(now)) reload();
        return snapshot.keys().stream()
                .filter(key -> key.retires().isAfter(now))
                .toList();
    }

    private void reload() {
        var now = clock.instant();
        snapshot = new Snapshot(store.usable(now), now);
    }
}
