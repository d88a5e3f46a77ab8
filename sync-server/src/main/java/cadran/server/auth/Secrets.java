package cadran.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Random texts that grant something, and what of them is stored. Each carries 100 bits or more, so a plain SHA-256 is
 * enough: there is nothing to guess.
 */
public final class Secrets {
    /** Crockford's: no I, L, O, U, so that a code survives a telephone and a handwritten note. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 20;
    private static final int GROUP = 5;
    private static final int TOKEN_BYTES = 32;

    private final RandomGenerator random;

    public Secrets(RandomGenerator random) {
        this.random = random;
    }

    /** For programs: 256 bits. */
    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** For people: 100 bits as {@code XXXXX-XXXXX-XXXXX-XXXXX}. */
    public String code() {
        var text = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) text.append('-');
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** What a person meant who typed a code, whatever the case, the spaces and the letters that look like digits. */
    static String canonicalCode(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0\\u202F-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static boolean same(String hash, String other) {
        return MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
