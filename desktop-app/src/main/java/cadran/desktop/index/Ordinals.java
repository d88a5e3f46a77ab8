package cadran.desktop.index;

import java.util.Arrays;
import java.util.BitSet;

/**
 * For each row the number of its value in a {@link Dictionary}, 0 for none: in as few bytes as the largest needs, and in
 * none at all as long as no row has a value.
 */
final class Ordinals {
    private static final int BYTE = 1 << Byte.SIZE;
    private static final int SHORT = 1 << Short.SIZE;

    /** Only one of these is longer than nothing. */
    private byte[] bytes = {};

    private short[] shorts = {};
    private int[] ints = {};

    int get(int row) {
        if (row < bytes.length) {
            return bytes[row] & (BYTE - 1);
        }
        if (row < shorts.length) {
            return shorts[row] & (SHORT - 1);
        }
        return row < ints.length ? ints[row] : 0;
    }

    /** @param room rows to make room for where there is none yet */
    void set(int row, int ordinal, int room) {
        int length = Math.max(bytes.length, Math.max(shorts.length, ints.length));
        if (ordinal == 0 && row >= length) {
            return;
        }
        int needed = row < length ? length : Math.max(room, row + 1);
        if (ints.length > 0 || ordinal >= SHORT) {
            widen(needed);
            ints[row] = ordinal;
        } else if (shorts.length > 0 || ordinal >= BYTE) {
            widenToShorts(needed);
            shorts[row] = (short) ordinal;
        } else {
            bytes = bytes.length < needed ? Arrays.copyOf(bytes, needed) : bytes;
            bytes[row] = (byte) ordinal;
        }
    }

    private void widen(int needed) {
        if (ints.length >= needed) {
            return;
        }
        var wider = Arrays.copyOf(ints, needed);
        for (int i = 0; i < Math.max(shorts.length, bytes.length); i++) {
            wider[i] = get(i);
        }
        ints = wider;
        shorts = new short[0];
        bytes = new byte[0];
    }

    private void widenToShorts(int needed) {
        if (shorts.length >= needed) {
            return;
        }
        var wider = Arrays.copyOf(shorts, needed);
        for (int i = 0; i < bytes.length; i++) {
            wider[i] = (short) get(i);
        }
        shorts = wider;
        bytes = new byte[0];
    }

    /** The rows that have one of these. */
    BitSet rows(BitSet wanted, int size) {
        var words = Arrays.copyOf(wanted.toLongArray(), (BYTE + wanted.length()) / Long.SIZE + 1);
        if (bytes.length > 0) {
            return Segments.bits(size, (from, to) -> inBytes(words, from, to));
        }
        if (shorts.length > 0) {
            return Segments.bits(size, (from, to) -> inShorts(words, from, to));
        }
        return Segments.bits(size, (from, to) -> inInts(words, from, to));
    }

    // One loop for each width, because the processor goes through a plain one several times as fast.

    private long inBytes(long[] wanted, int from, int to) {
        long bits = 0;
        for (int i = from; i < Math.min(to, bytes.length); i++) {
            bits |= bit(wanted, bytes[i] & (BYTE - 1)) << i;
        }
        return bits | beyond(wanted, Math.max(from, bytes.length), to);
    }

    private long inShorts(long[] wanted, int from, int to) {
        long bits = 0;
        for (int i = from; i < Math.min(to, shorts.length); i++) {
            bits |= bit(wanted, shorts[i] & (SHORT - 1)) << i;
        }
        return bits | beyond(wanted, Math.max(from, shorts.length), to);
    }

    private long inInts(long[] wanted, int from, int to) {
        long bits = 0;
        for (int i = from; i < Math.min(to, ints.length); i++) {
            bits |= bit(wanted, ints[i]) << i;
        }
        return bits | beyond(wanted, Math.max(from, ints.length), to);
    }

    /** Rows for which there was no need to make room have no value. */
    private static long beyond(long[] wanted, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits |= bit(wanted, 0) << i;
        }
        return bits;
    }

    private static long bit(long[] wanted, int ordinal) {
        int word = ordinal / Long.SIZE;
        return word < wanted.length ? (wanted[word] >>> ordinal) & 1 : 0;
    }
}
