package cadran.model.sync;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What is in a table, in few numbers: its rows spread over buckets by their ids, and of each bucket the count and the
 * XOR of a hash over ids and versions. Two copies with the same sums have the same rows at the same versions, but for a
 * chance of one in 2⁶⁴; where they differ, only the buckets that do are read again.
 */
public final class RowSums {
    public static final int BUCKETS = 256;

    private final long[] counts = new long[BUCKETS];
    private final long[] hashes = new long[BUCKETS];

    /** @param counts and {@code hashes} of every bucket, as another copy has them */
    public static RowSums of(long[] counts, long[] hashes) {
        if (counts.length != BUCKETS || hashes.length != BUCKETS) {
            throw new IllegalArgumentException("sums of " + counts.length + " buckets");
        }
        var sums = new RowSums();
        System.arraycopy(counts, 0, sums.counts, 0, BUCKETS);
        System.arraycopy(hashes, 0, sums.hashes, 0, BUCKETS);
        return sums;
    }

    public static int bucket(UUID id) {
        return (int) mixed(id) & (BUCKETS - 1);
    }

    public void add(UUID id, long version) {
        int bucket = bucket(id);
        counts[bucket]++;
        hashes[bucket] ^= mix(mixed(id) + version);
    }

    public long count(int bucket) {
        return counts[bucket];
    }

    public long hash(int bucket) {
        return hashes[bucket];
    }

    public int[] differing(RowSums other) {
        return IntStream.range(0, BUCKETS)
                .filter(i -> counts[i] != other.counts[i] || hashes[i] != other.hashes[i])
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowSums sums && differing(sums).length == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return Arrays.stream(counts).sum() + " rows";
    }

    private static long mixed(UUID id) {
        return mix(id.getMostSignificantBits() ^ Long.rotateLeft(mix(id.getLeastSignificantBits()), 17));
    }

    /** Spreads every bit over all others (the finalizer of SplitMix64). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
