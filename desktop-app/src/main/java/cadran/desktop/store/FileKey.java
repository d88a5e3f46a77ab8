package cadran.desktop.store;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The 256 random bits that a profile's files are encrypted with. */
public final class FileKey {
    private static final int BYTES = 32;
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

    /** As H2 wants it: the file's password. Random bits need no stretching, which H2 hardly does. */
    String password() {
        return HexFormat.of().formatHex(bits);
    }
}
