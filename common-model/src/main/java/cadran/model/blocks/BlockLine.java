package cadran.model.blocks;

import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A line of the file.
 *
 * @param line its number in the file, the column names being line 1
 * @param first as {@link #key} writes it
 */
record BlockLine(int line, long first, long last, String holder, String territory, LocalDate allottedOn) {
    /** Of two that begin alike the narrower comes later; of two that are alike, the one that the file has later. */
    static final Comparator<BlockLine> OUTER_FIRST = Comparator.comparingLong(BlockLine::first)
            .thenComparing(Comparator.comparingLong(BlockLine::last).reversed());

    private static final int COLUMNS = 6;

    /** A short number begins with no 0, and no other goes without: it is what a spreadsheet drops. */
    private static final Pattern DIALLED = Pattern.compile("0[0-9]{9,14}|[1-9][0-9]{2,5}");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    static Checked<BlockLine> read(int line, String text) {
        var cells = Cells.of(text);
        if (cells.size() != COLUMNS) {
            return unreadable(Problem.of("blocks.cells"), line);
        }
        var first = cells.get(1);
        var last = cells.get(2);
        if (!isRange(cells.get(0), first, last)) {
            return unreadable(Problem.of("blocks.bounds"), line);
        }
        var holder = cells.get(3);
        if (holder.isEmpty()) {
            return unreadable(Problem.of("blocks.holder"), line);
        }
        try {
            var allottedOn = LocalDate.parse(cells.get(5), DATE);
            // A few hundred words stand in twenty thousand lines.
            return Checked.valid(new BlockLine(
                    line, key(first), key(last), holder.intern(), cells.get(4).intern(), allottedOn));
        } catch (DateTimeException notADate) {
            return unreadable(Problem.of("blocks.date"), line);
        }
    }

    private static boolean isRange(String prefix, String first, String last) {
        return !prefix.isEmpty()
                && DIALLED.matcher(first).matches()
                && DIALLED.matcher(last).matches()
                && first.length() == last.length()
                && first.startsWith(prefix)
                && last.startsWith(prefix)
                && first.compareTo(last) <= 0;
    }

    private static <T> Checked<T> unreadable(Problem problem, int line) {
        return Checked.invalid(problem.with("line", line));
    }

    /** Dialled digits as a quantity that keeps their zeros and their length: a 1 before them. Numbers of one length stay together. */
    static long key(String digits) {
        return Long.parseLong("1" + digits);
    }

    static String digits(long key) {
        return Long.toString(key).substring(1);
    }
}
