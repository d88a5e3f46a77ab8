package cadran.server.keys;

import cadran.server.db.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.jdbi.v3.core.Handle;

/** Table {@code signing_key}. The private half is only ever there sealed. */
final class SigningKeyStore {
    /** A key signs for 30 days and verifies for 31: tokens live minutes. */
    static final Duration LIFE = Duration.ofDays(31);

    private final Database database;
    private final Vault vault;
    private final SecureRandom random;

    SigningKeyStore(Database database, Vault vault, SecureRandom random) {
        this.database = database;
        this.vault = vault;
        this.random = random;
    }

    List<SigningKey> usable(Instant now) {
        return database.inPlatform(handle -> select(handle, now));
    }

    /** Newest first. */
    private List<SigningKey> select(Handle handle, Instant now) {
        return handle.createQuery("""
                        select kid, sealed_private, created_at, retires_at from signing_key
                        where retires_at > :now order by created_at desc, kid
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> {
                    var kid = row.getString("kid");
                    var secret =
                            new Ed25519PrivateKeyParameters(vault.open(row.getString("sealed_private"), place(kid)));
                    return new SigningKey(
                            kid,
                            secret.generatePublicKey(),
                            secret,
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getObject("retires_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    /** Makes a key if the newest is older than {@code age}. Nodes that do it together make two, which is harmless. */
    boolean createIfOlder(Instant now, Duration age) {
        return database.inPlatform(handle -> {
            var keys = select(handle, now);
            boolean young =
                    !keys.isEmpty() && keys.getFirst().created().plus(age).isAfter(now);
            if (!young) insert(handle, now);
            return !young;
        });
    }

    private void insert(Handle handle, Instant now) {
        var secret = new Ed25519PrivateKeyParameters(random);
        var id = new byte[8];
        random.nextBytes(id);
        var kid = HexFormat.of().formatHex(id);
        handle.createUpdate("""
                        insert into signing_key (kid, public_key, sealed_private, created_at, retires_at)
                        values (:kid, :public, :sealed, :created, :retires)
                        """)
                .bind("kid", kid)
                .bind("public", secret.generatePublicKey().getEncoded())
                .bind("sealed", vault.seal(secret.getEncoded(), place(kid)))
                .bind("created", now.atOffset(ZoneOffset.UTC))
                .bind("retires", now.plus(LIFE).atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Lets what signed until now verify no longer than its last tokens live. */
    void retireAllBut(String kid, Instant at) {
        database.inPlatform(handle -> handle.createUpdate(
                        "update signing_key set retires_at = :at where kid <> :kid and retires_at > :at")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("kid", kid)
                .execute());
    }

    void deleteRetired(Instant now) {
        database.inPlatform(handle -> handle.createUpdate("delete from signing_key where retires_at <= :now")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Everything under the active master key; returns how many were not. */
    int reseal() {
        return database.inPlatform(handle -> {
            var sealed = handle.createQuery("select kid, sealed_private from signing_key")
                    .map((row, context) -> List.of(row.getString("kid"), row.getString("sealed_private")))
                    .list();
            int changed = 0;
            for (var row : sealed) {
                if (vault.isUnderActiveKey(row.get(1))) continue;
                var secret = vault.open(row.get(1), place(row.get(0)));
                changed += handle.createUpdate("update signing_key set sealed_private = :sealed where kid = :kid")
                        .bind("sealed", vault.seal(secret, place(row.get(0))))
                        .bind("kid", row.get(0))
                        .execute();
            }
            return changed;
        });
    }

    private static String place(String kid) {
        return "signing_key/" + kid;
    }
}
