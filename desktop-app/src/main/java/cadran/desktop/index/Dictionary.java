package cadran.desktop.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The different values of a column, numbered from 1 in the order in which they came. A question is asked of each value
 * once and not of each row. Values are only added: one that no row has any more is in nobody's way.
 */
abstract class Dictionary {
    private static final int FIRST_SLOTS = 16;
    private static final int SCRAMBLE = 0x9E37_79B9;

    /** Ordinals by what their values hash to, in the next free place; 0 is a free one. Never more than two thirds full. */
    private int[] slots = new int[FIRST_SLOTS];

    private int size;
    private volatile int[] ranks = {0};

    final int size() {
        return size;
    }

    /** 0 for one that no row has. */
    final int find(Object value) {
        var kept = kept(value);
        return kept == null ? 0 : slots[slot(kept)];
    }

    final int add(Object value) {
        var kept = kept(value);
        if (kept == null) {
            throw new IllegalArgumentException("no value of this column: " + value);
        }
        int slot = slot(kept);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        append(kept);
        size++;
        slots[slot] = size;
        if (size * 3L > slots.length * 2L) {
            moreSlots();
        }
        return size;
    }

    private int slot(Object kept) {
        int slot = place(hash(kept), slots.length);
        while (slots[slot] != 0 && !is(slots[slot], kept)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void moreSlots() {
        var more = new int[slots.length * 2];
        for (int ordinal = 1; ordinal <= size; ordinal++) {
            int slot = place(hash(ordinal), more.length);
            while (more[slot] != 0) {
                slot = (slot + 1) & (more.length - 1);
            }
            more[slot] = ordinal;
        }
        slots = more;
    }

    private static int place(int hash, int slots) {
        return (hash * SCRAMBLE) >>> (Integer.numberOfLeadingZeros(slots) + 1);
    }

    /** The ordinals of the values that pass. */
    final BitSet passing(IntPredicate test) {
        var passing = new BitSet(size + 1);
        IntStream.rangeClosed(1, size).filter(test).forEach(passing::set);
        return passing;
    }

    /** Both ends belong to it. */
    final BitSet between(@Nullable Object from, @Nullable Object to) {
        return passing(ordinal ->
                (from == null || compareTo(ordinal, from) >= 0) && (to == null || compareTo(ordinal, to) <= 0));
    }

    /** By ordinal, which place a value has in their order, from 1. What came since this was asked last is merged in. */
    final int[] ranks() {
        var known = ranks;
        if (known.length == size + 1) {
            return known;
        }
        synchronized (this) {
            if (ranks.length < size + 1) {
                ranks = merged(ranks);
            }
            return ranks;
        }
    }

    private int[] merged(int[] known) {
        var fresh = IntStream.rangeClosed(known.length, size).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(fresh, this::compare);
        var before = new int[known.length];
        for (int ordinal = 1; ordinal < known.length; ordinal++) {
            before[known[ordinal]] = ordinal;
        }
        var merged = new int[size + 1];
        int next = 1;
        int rank = 0;
        for (int ordinal : fresh) {
            while (next < before.length && compare(before[next], ordinal) < 0) {
                merged[before[next++]] = ++rank;
            }
            merged[ordinal] = ++rank;
        }
        while (next < before.length) {
            merged[before[next++]] = ++rank;
        }
        return merged;
    }

    /** The value as it is kept and compared; null for one that the column can't hold. */
    abstract @Nullable Object kept(Object value);

    abstract int hash(Object kept);

    abstract int hash(int ordinal);

    abstract boolean is(int ordinal, Object kept);

    /** Takes it in behind the last. */
    abstract void append(Object kept);

    /** As a row has it. */
    abstract Object value(int ordinal);

    abstract int compare(int ordinal, int other);

    abstract int compareTo(int ordinal, Object value);
}
