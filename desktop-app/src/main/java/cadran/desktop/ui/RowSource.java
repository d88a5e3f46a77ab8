package cadran.desktop.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a grid's rows come from. Asked in the background, a page at a time; a filter is part of the source. */
public interface RowSource<R> {
    /** How many lines there are: rows, and headings where it has some. */
    int count() throws Exception;

    /** Which lines are no rows, as they were when it was counted last. */
    default Headings headings() {
        return Headings.NONE;
    }

    /** Unfolds a heading or folds it, for whoever counts next. Called on the UI thread. */
    default void turn(Heading heading) {}

    /** The same with all headings. */
    default void turnAll(boolean open) {}

    /** By which a row is known again when the list has changed; 0 where the source has nothing of the kind. */
    default long key(R row) {
        return 0;
    }

    /** Of what stood in this line when pages in this order were read last; 0 where that is not remembered. */
    default long keyAt(int line, @Nullable Sort sort) {
        return 0;
    }

    /** Of all lines in their order, read anew; 0 for a heading. */
    default long[] keys(@Nullable Sort sort) throws Exception {
        return new long[0];
    }

    /** Keys of one era say nothing in another. */
    default int era() {
        return 0;
    }

    /** The rows of the lines {@code from} to {@code from + most}, fewer at the end. Without a sort, in the source's natural order. */
    List<R> page(int from, int most, @Nullable Sort sort) throws Exception;

    /** @param column id of a column of the grid */
    record Sort(String column, boolean ascending) {}
}
