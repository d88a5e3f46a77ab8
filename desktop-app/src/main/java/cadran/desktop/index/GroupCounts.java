package cadran.desktop.index;

import cadran.desktop.query.Group;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts rows by what stands in some columns, in one pass: each combination of values has a cell of its own. */
final class GroupCounts {
    /** 16 MB of counts, for as long as the question takes. */
    private static final long MOST_CELLS = 1 << 22;

    private final List<Column> columns;
    private final @Nullable Column summed;
    private final int[] counts;
    private final long[] sums;
    /** Cells with a row that has an amount. */
    private final BitSet known = new BitSet();

    private GroupCounts(List<Column> columns, @Nullable Column summed, int cells) {
        this.columns = columns;
        this.summed = summed;
        counts = new int[cells];
        sums = new long[summed == null ? 0 : cells];
    }

    /** Null when there are too many combinations to have a cell for each. */
    static @Nullable List<Group> of(BitSet rows, List<Column> columns, @Nullable Column summed) {
        long cells = 1;
        for (var column : columns) {
            cells *= column.values().size() + 1L;
            if (cells > MOST_CELLS) {
                return null;
            }
        }
        var groups = new GroupCounts(columns, summed, (int) cells);
        groups.count(rows);
        return groups.found();
    }

    private void count(BitSet rows) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int cell = cell(row);
            counts[cell]++;
            int amount = summed == null ? 0 : summed.ordinal(row);
            if (summed != null && amount > 0) {
                sums[cell] += summed.unscaled(amount);
                known.set(cell);
            }
        }
    }

    private int cell(int row) {
        int cell = 0;
        for (var column : columns) {
            cell = cell * (column.values().size() + 1) + column.ordinal(row);
        }
        return cell;
    }

    private List<Group> found() {
        var found = new ArrayList<Group>();
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                found.add(new Group(values(cell), counts[cell], sum(cell)));
            }
        }
        return found;
    }

    private List<@Nullable Object> values(int cell) {
        var values = new ArrayList<@Nullable Object>(columns.size());
        int rest = cell;
        for (var column : columns.reversed()) {
            int choices = column.values().size() + 1;
            int ordinal = rest % choices;
            values.addFirst(ordinal == 0 ? null : column.values().value(ordinal));
            rest /= choices;
        }
        return Collections.unmodifiableList(values);
    }

    private @Nullable BigDecimal sum(int cell) {
        return summed == null || !known.get(cell) ? null : summed.amount(sums[cell]);
    }
}
