package cadran.desktop.index;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Long rows of yes and no, found out 64 at a time and by all processors. */
final class Segments {
    /** Shorter ones are done before another thread has woken up. */
    private static final int LONG = 1_000;

    private Segments() {}

    interface Word {
        /** One bit for each from the first to before the last, at most 64 of them, the lowest for the first. */
        long bits(int from, int to);
    }

    static BitSet bits(int size, Word word) {
        var words = new long[(size + Long.SIZE - 1) / Long.SIZE];
        var all = IntStream.range(0, words.length);
        (words.length < LONG ? all : all.parallel())
                .forEach(i -> words[i] = word.bits(i * Long.SIZE, Math.min(size, (i + 1) * Long.SIZE)));
        return BitSet.valueOf(words);
    }
}
