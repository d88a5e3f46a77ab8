package cadran.desktop.ui;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the lines of a list stand after it was read anew. */
final class Moves {
    static final Moves NONE = new Moves(null, null, Headings.NONE, Headings.NONE);

    private final @Nullable Map<Integer, Long> before;
    private final @Nullable Map<Long, Integer> now;
    private final Headings headingsBefore;
    private final Headings headingsNow;

    /**
     * @param before keys of rows by their lines; null where rows can't be told apart, and lines count as what they were
     * @param now lines by keys
     */
    Moves(
            @Nullable Map<Integer, Long> before,
            @Nullable Map<Long, Integer> now,
            Headings headingsBefore,
            Headings headingsNow) {
        this.before = before;
        this.now = now;
        this.headingsBefore = headingsBefore;
        this.headingsNow = headingsNow;
    }

    /** @param more of rows that came while the list was read */
    Moves with(Map<Integer, Long> more) {
        if (before == null) {
            return this;
        }
        var all = new HashMap<>(more);
        all.putAll(before);
        return new Moves(all, now, headingsBefore, headingsNow);
    }

    /** The line of the row that stood here; -1 when it is gone. */
    int row(int place) {
        if (before == null || now == null) {
            return place;
        }
        var key = before.get(place);
        var line = key == null ? null : now.get(key);
        return line == null ? -1 : line;
    }

    /** The same for whoever has to stand somewhere: with the heading, where the row was folded away. */
    int standing(int place) {
        var heading = headingsBefore.over(place);
        int row = headingsBefore.isAt(place) ? -1 : row(place);
        int over = heading == null || row >= 0 ? -1 : headingsNow.placeOf(heading.group());
        if (row >= 0 || over < 0) {
            return row >= 0 ? row : place;
        }
        return over;
    }
}
