package cadran.desktop.index;

import java.util.Arrays;
import java.util.UUID;

/** Ids in sixteen bytes each. */
final class IdDictionary extends Dictionary {
    private long[] high = new long[16];
    private long[] low = new long[16];

    UUID id(int ordinal) {
        return new UUID(high[ordinal], low[ordinal]);
    }

    /** Its row is gone: when the id comes again it is another value. */
    void forget(int ordinal) {
        high[ordinal] = 0;
        low[ordinal] = ordinal;
    }

    @Override
    Object kept(Object value) {
        return value;
    }

    @Override
    int hash(Object kept) {
        return kept.hashCode();
    }

    @Override
    int hash(int ordinal) {
        return id(ordinal).hashCode();
    }

    @Override
    boolean is(int ordinal, Object kept) {
        var id = (UUID) kept;
        return low[ordinal] == id.getLeastSignificantBits() && high[ordinal] == id.getMostSignificantBits();
    }

    @Override
    void append(Object kept) {
        int ordinal = size() + 1;
        if (ordinal == high.length) {
            int more = ordinal + (ordinal >> 2);
            high = Arrays.copyOf(high, more);
            low = Arrays.copyOf(low, more);
        }
        var id = (UUID) kept;
        high[ordinal] = id.getMostSignificantBits();
        low[ordinal] = id.getLeastSignificantBits();
    }

    @Override
    Object value(int ordinal) {
        return id(ordinal);
    }

    @Override
    int compare(int ordinal, int other) {
        return compareTo(ordinal, id(other));
    }

    @Override
    int compareTo(int ordinal, Object value) {
        var id = (UUID) value;
        int first = Long.compareUnsigned(high[ordinal], id.getMostSignificantBits());
        return first != 0 ? first : Long.compareUnsigned(low[ordinal], id.getLeastSignificantBits());
    }
}
