package cadran.desktop.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The 256 random bits that a profile's files are encrypted with. */
public final class FileKey {
    private static final int BYTES = 32;
    private static final int NAME_BYTES = 8;
    private final byte[] bits;

    public FileKey(byte[] bits) {
        if (bits.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + bits.length);
        }
        this.bits = bits.clone();
    }

    public static FileKey random(RandomGenerator random) {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return new FileKey(bits);
    }

    public byte[] bits() {
        return bits.clone();
    }

    /** Tells keys apart and gives nothing of them away. */
    String name() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bits);
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
