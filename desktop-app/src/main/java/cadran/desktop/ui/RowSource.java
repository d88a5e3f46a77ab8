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

    /** The rows of the lines {@code from} to {@code from + most}, fewer at the end. Without a sort, in the source's natural order. */
    List<R> page(int from, int most, @Nullable Sort sort) throws Exception;

    /** @param column id of a column of the grid */
    record Sort(String column, boolean ascending) {}
}
