package cadran.server.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.model.problem.ProblemException;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

class TokenSignerTest {
    private final SettableClock clock = new SettableClock();
    private final SecureRandom random = new SecureRandom();
    private final MasterKeys masterKeys = MasterKeys.generate(random);

    private SigningKeys fresh(Database db) {
        db.inPlatform(handle -> handle.execute("delete from signing_key"));
        return keys(db, masterKeys);
    }

    private SigningKeys keys(Database db, MasterKeys under) {
        return new SigningKeys(db, new Vault(under), random, clock);
    }

    @DatabaseTest
    void aTokenSaysWhatWasPutIntoIt(Database db) {
        var signer = new TokenSigner(fresh(db), clock);
        var token = signer.sign("access", Duration.ofMinutes(10), Map.of("sub", "user-1"));
        assertEquals("user-1", signer.verify("access", token).get("sub").stringValue());
    }

    @DatabaseTest
    void anExpiredTokenIsRefused(Database db) {
        var signer = new TokenSigner(fresh(db), clock);
        var token = signer.sign("access", Duration.ofMinutes(10), Map.of());
        clock.advance(Duration.ofMinutes(10));
        assertRefused("auth.expired", () -> signer.verify("access", token));
    }

    @DatabaseTest
    void aTokenThatWasGoodBeforeIsJudgedAnew(Database db) {
        var keys = fresh(db);
        var signer = new TokenSigner(keys, clock);
        var token = signer.sign("access", Duration.ofMinutes(10), Map.of());
        var longer = signer.sign("access", Duration.ofDays(90), Map.of());
        signer.verify("access", token);
        signer.verify("access", longer);
        assertRefused("auth.invalid", () -> signer.verify("events", token));
        clock.advance(Duration.ofMinutes(10));
        assertRefused("auth.expired", () -> signer.verify("access", token));
        keys.rotateNow();
        signer.verify("access", longer);
        clock.advance(Duration.ofMinutes(20));
        assertRefused("auth.invalid", () -> signer.verify("access", longer));
    }

    @DatabaseTest
    void aTokenForSomethingElseIsRefused(Database db) {
        var signer = new TokenSigner(fresh(db), clock);
        var token = signer.sign("events", Duration.ofMinutes(10), Map.of());
        assertRefused("auth.invalid", () -> signer.verify("access", token));
    }

    @DatabaseTest
    void whatWasTamperedWithIsRefused(Database db) {
        var signer = new TokenSigner(fresh(db), clock);
        var token = signer.sign("access", Duration.ofMinutes(10), Map.of("sub", "user-1"));
        var parts = token.split("\\.", -1);
        var other = signer.sign("access", Duration.ofMinutes(10), Map.of("sub", "user-2"))
                .split("\\.", -1);
        var none = encode("{\"alg\":\"none\"}");
        var endless = encode("{\"alg\":1e9999999992}");
        for (String forged : new String[] {
            parts[0] + "." + other[1] + "." + parts[2],
            endless + "." + parts[1] + "." + parts[2],
            none + "." + parts[1] + ".",
            none + "." + parts[1] + "." + parts[2],
            parts[0] + "." + parts[1],
            parts[0] + "." + parts[1] + "." + parts[2] + "A",
            otherSpelling(token),
            "",
            "..",
            "é.é.é",
            "a".repeat(5000)
        }) {
            assertRefused("auth.invalid", () -> signer.verify("access", forged));
        }
    }

    /** The same bytes: the last character has four bits that nobody needs. */
    private static String otherSpelling(String token) {
        int last = token.length() - 1;
        return token.substring(0, last) + (char) (token.charAt(last) + 1);
    }

    @DatabaseTest
    void theSignatureIsOrdinaryEd25519(Database db) throws Exception {
        var keys = fresh(db);
        var token = new TokenSigner(keys, clock).sign("access", Duration.ofMinutes(1), Map.of());
        int dot = token.lastIndexOf('.');
        var prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        var raw = keys.active().publicKey().getEncoded();
        var der = java.nio.ByteBuffer.allocate(prefix.length + raw.length)
                .put(prefix)
                .put(raw)
                .array();
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        verifier.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        assertEquals(true, verifier.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1))));
    }

    @DatabaseTest
    void afterARotationOldTokensStillVerifyOnEveryNode(Database db) {
        var here = fresh(db);
        var signer = new TokenSigner(here, clock);
        var elsewhere = new TokenSigner(keys(db, masterKeys), clock);
        var old = signer.sign("access", Duration.ofDays(40), Map.of());
        elsewhere.verify("access", old);
        var firstKey = here.active().kid();

        clock.advance(SigningKeys.ROTATION.plusSeconds(1));
        here.rotateIfDue();
        assertNotEquals(firstKey, here.active().kid());
        signer.verify("access", old);
        elsewhere.verify("access", signer.sign("access", Duration.ofMinutes(10), Map.of()));

        clock.advance(SigningKeyStore.LIFE);
        assertRefused("auth.invalid", () -> signer.verify("access", old));
    }

    @DatabaseTest
    void aKeyThatMayBeKnownEndsSoon(Database db) {
        var keys = fresh(db);
        var signer = new TokenSigner(keys, clock);
        var old = signer.sign("access", Duration.ofDays(1), Map.of());
        clock.advance(Duration.ofSeconds(1));
        keys.rotateNow();
        signer.verify("access", old);
        clock.advance(Duration.ofMinutes(16));
        assertRefused("auth.invalid", () -> signer.verify("access", old));
        signer.verify("access", signer.sign("access", Duration.ofMinutes(1), Map.of()));
    }

    @DatabaseTest
    void aNewMasterKeyTakesOverWhatWasSealed(Database db) {
        var token = new TokenSigner(fresh(db), clock).sign("access", Duration.ofMinutes(10), Map.of());
        var next = masterKeys.withNew(random);
        assertEquals(1, keys(db, next).reseal());
        assertEquals(0, keys(db, next).reseal());
        new TokenSigner(keys(db, next), clock).verify("access", token);
        assertThrows(IllegalStateException.class, () -> keys(db, masterKeys).active());
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertRefused(String code, Runnable work) {
        assertEquals(
                code, assertThrows(ProblemException.class, work::run).problem().code());
    }
}
