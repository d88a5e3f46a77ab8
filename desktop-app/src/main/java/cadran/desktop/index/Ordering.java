package cadran.desktop.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Puts rows in order; those that are equal in all terms in the order of their keys. */
final class Ordering {
    /** From here on it costs less to sort all of them. */
    private static final int FEW = 1_000;

    private final List<Term> terms;

    static final class Term {
        private final Ordinals cells;
        private final int[] ranks;
        private final boolean descending;
        private final int empty;

        /**
         * @param ranks by ordinal, the place of a value among all; 0 for none
         * @param empty where rows without a value stand
         */
        Term(Ordinals cells, int[] ranks, boolean descending, int empty) {
            this.cells = cells;
            this.ranks = ranks;
            this.descending = descending;
            this.empty = empty;
        }

        /** Rows without a value stay where they are. */
        Term turned() {
            return new Term(cells, ranks, !descending, empty);
        }

        int place(int row) {
            int rank = ranks[cells.get(row)];
            return rank == 0 ? empty : descending ? -rank : rank;
        }
    }

    Ordering(List<Term> terms) {
        this.terms = terms;
    }

    /** @param limit 0 for all */
    int[] sorted(BitSet rows, int limit) {
        if (terms.isEmpty()) {
            return limit > 0
                    ? rows.stream().limit(limit).toArray()
                    : rows.stream().toArray();
        }
        if (limit > 0 && limit <= FEW) {
            return first(rows, limit);
        }
        int[] all = all(rows);
        return limit > 0 && limit < all.length ? Arrays.copyOf(all, limit) : all;
    }

    private int[] first(BitSet rows, int limit) {
        var first = new int[limit];
        int count = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (count < limit || compare(row, first[limit - 1]) < 0) {
                int at = place(row, first, count);
                count = Math.min(limit, count + 1);
                System.arraycopy(first, at, first, at + 1, count - at - 1);
                first[at] = row;
            }
        }
        return Arrays.copyOf(first, count);
    }

    /** Behind all that come before it. */
    private int place(int row, int[] sorted, int count) {
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (compare(sorted[middle], row) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private int compare(int row, int other) {
        for (var term : terms) {
            int difference = Integer.compare(term.place(row), term.place(other));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(row, other);
    }

    /** By the last term first; each sort leaves equal ones as they were, since their positions are part of the number. */
    private int[] all(BitSet rows) {
        int[] order = rows.stream().toArray();
        for (var term : terms.reversed()) {
            int[] before = order;
            var numbers = new long[before.length];
            Arrays.parallelSetAll(numbers, i -> ((long) term.place(before[i]) << Integer.SIZE) | i);
            Arrays.parallelSort(numbers);
            order = Arrays.stream(numbers)
                    .mapToInt(number -> before[(int) number])
                    .toArray();
        }
        return order;
    }
}
