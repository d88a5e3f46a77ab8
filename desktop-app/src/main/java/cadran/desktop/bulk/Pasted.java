package cadran.desktop.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a spreadsheet laid over columns: those that its headings name, or those from where it was put.
 *
 * @param columns the column that each cell of a line goes to
 * @param lines without the headings
 * @param left how many cells of a line had no column to go to
 */
public record Pasted(List<String> columns, List<List<String>> lines, boolean hasHeadings, int left) {
    public Pasted {
        columns = List.copyOf(columns);
        lines = lines.stream().map(List::copyOf).toList();
    }

    /**
     * @param cells as they were read
     * @param shown the grid's columns in the order in which they are shown
     * @param first where the first cell goes if there are no headings
     */
    public static Pasted over(
            List<List<String>> cells, List<Heading> shown, String first, UnaryOperator<String> spelling) {
        var named = headings(cells, shown, spelling);
        if (named != null) {
            return new Pasted(named, cells.subList(1, cells.size()), true, 0);
        }
        int start = shown.stream().map(Heading::column).toList().indexOf(first);
        int widest = cells.stream().mapToInt(List::size).max().orElse(0);
        int fitting = Math.min(widest, shown.size() - start);
        var columns = shown.subList(start, start + fitting).stream()
                .map(Heading::column)
                .toList();
        return new Pasted(columns, cells, false, widest - fitting);
    }

    /** A column of the grid and its title. */
    public record Heading(String column, String title) {}

    /** Only if every cell of the first line is one, each another: a value that looks like a title is still a value. */
    private static @Nullable List<String> headings(
            List<List<String>> cells, List<Heading> shown, UnaryOperator<String> spelling) {
        if (cells.size() < 2) {
            return null;
        }
        var columns = new ArrayList<String>();
        for (var cell : cells.getFirst()) {
            var title = spelling.apply(cell.strip());
            var found = shown.stream()
                    .filter(heading -> spelling.apply(heading.title()).equals(title))
                    .findFirst();
            if (found.isEmpty()) {
                return null;
            }
            columns.add(found.get().column());
        }
        return new HashSet<>(columns).size() == columns.size() ? columns : null;
    }

    /** Null where the line is shorter than others: that cell is left as it is. */
    public @Nullable String cell(int line, int column) {
        var cells = lines.get(line);
        return column < cells.size() ? cells.get(column) : null;
    }
}
