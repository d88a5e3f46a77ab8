package cadran.desktop.profiles;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Turns a passphrase into a key by Argon2id, slow on purpose.
 *
 * @param kibibytes of memory for each try
 */
public record Passphrases(int kibibytes, int rounds) {
    /** About half a second on a small laptop; who tries all of a dictionary needs as long for each word. */
    public static final Passphrases USUAL = new Passphrases(64 * 1024, 3);

    private static final int KEY = 32;

    /** The same accent typed on another system gives the same key. */
    byte[] key(String passphrase, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(kibibytes)
                .withIterations(rounds)
                .withParallelism(1)
                .build());
        var key = new byte[KEY];
        var normal = Normalizer.normalize(passphrase, Normalizer.Form.NFC);
        generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }
}
