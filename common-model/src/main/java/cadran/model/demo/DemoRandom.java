package cadran.model.demo;

import java.util.List;

/**
 * SplitMix64, written out because the library's generators may draw differently in another Java: the same seed has to
 * give the same rows, bit for bit. Each row has a generator of its own, so any row can be made without those before it.
 */
final class DemoRandom {
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    DemoRandom(long seed, DemoTable table, long index) {
        state = mix(seed ^ mix(index * GOLDEN_GAMMA + table.stream));
    }

    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    int between(int lowest, int highest) {
        return lowest + below(highest - lowest + 1);
    }

    boolean in100(int chances) {
        return below(100) < chances;
    }

    <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }

    String digits(int count) {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + below(10)));
        }
        return text.toString();
    }

    String hex() {
        return "%016x".formatted(next());
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }
}
