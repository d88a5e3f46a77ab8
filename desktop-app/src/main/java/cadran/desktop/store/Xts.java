package cadran.desktop.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * XTS-AES-128 of IEEE 1619: each block of 16 bytes is encrypted by itself and differently at each place, so any block can
 * be read or written alone. Over the platform's AES, which uses the processor's; H2's own, in plain Java, took more than
 * half of the time of a first sync. Not for two threads at once.
 */
final class Xts {
    static final int BLOCK = 16;
    static final int SECTOR = 4096;
    static final int KEY = 32;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Of the polynomial that doubling wraps around. */
    private static final long WRAP = 0x87;

    private final Cipher encrypting;
    private final Cipher decrypting;
    private final Cipher tweaking;
    private long[] tweaks = new long[2 * SECTOR / BLOCK];

    /** @param key one half for the data, one for the places */
    Xts(byte[] key) {
        encrypting = cipher(Cipher.ENCRYPT_MODE, Arrays.copyOfRange(key, 0, KEY / 2));
        decrypting = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(key, 0, KEY / 2));
        tweaking = cipher(Cipher.ENCRYPT_MODE, Arrays.copyOfRange(key, KEY / 2, KEY));
    }

    // One block at a time is all that this mode of the cipher ever sees: XTS is what is made of it here.
    @SuppressWarnings("InsecureCryptoUsage")
    private static Cipher cipher(int mode, byte[] key) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"));
            return cipher;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** In place and whole blocks only; the position is that of the first byte in the file. */
    void encrypt(long position, byte[] bytes, int length) {
        crypt(encrypting, position, bytes, length);
    }

    void decrypt(long position, byte[] bytes, int length) {
        crypt(decrypting, position, bytes, length);
    }

    private void crypt(Cipher cipher, long position, byte[] bytes, int length) {
        if (position % BLOCK != 0 || length % BLOCK != 0) {
            throw new IllegalArgumentException(length + " bytes at " + position + " are not whole blocks");
        }
        try {
            prepare(position, length);
            mix(bytes, length);
            cipher.update(bytes, 0, length, bytes, 0);
            mix(bytes, length);
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void mix(byte[] bytes, int length) {
        for (int at = 0; at < length; at += Long.BYTES) {
            LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ tweaks[at / Long.BYTES]);
        }
    }

    /** What each block is mixed with: its sector's number encrypted, and doubled once for each block before it. */
    private void prepare(long position, int length) throws ShortBufferException {
        if (tweaks.length < length / Long.BYTES) {
            tweaks = new long[length / Long.BYTES];
        }
        var number = new byte[BLOCK];
        int skipped = (int) (position % SECTOR) / BLOCK;
        long sector = position / SECTOR;
        for (int at = 0; at < length / Long.BYTES; sector++, skipped = 0) {
            LONGS.set(number, 0, sector);
            LONGS.set(number, Long.BYTES, 0L);
            tweaking.update(number, 0, BLOCK, number, 0);
            long low = (long) LONGS.get(number, 0);
            long high = (long) LONGS.get(number, Long.BYTES);
            for (int block = 0; block < SECTOR / BLOCK && at < length / Long.BYTES; block++) {
                if (block >= skipped) {
                    tweaks[at++] = low;
                    tweaks[at++] = high;
                }
                long carried = (high >> 63) & WRAP;
                high = high << 1 | low >>> 63;
                low = low << 1 ^ carried;
            }
        }
    }
}
