package cadran.desktop.ui;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of a list that are to be found again when it has been read anew: after a change, or in another order. */
final class Followed<R> {
    private final RowSource<R> source;
    private final RowSource.@Nullable Sort sort;
    private final int era;
    private final Headings headings;
    private final Map<Integer, R> inMemory;
    private final List<Integer> places;

    /**
     * @param inMemory rows by their lines
     * @param places of those that matter, in memory or not
     */
    Followed(
            RowSource<R> source,
            RowSource.@Nullable Sort sort,
            int era,
            Headings headings,
            Map<Integer, R> inMemory,
            Collection<Integer> places) {
        this.source = source;
        this.sort = sort;
        this.era = era;
        this.headings = headings;
        this.inMemory = Map.copyOf(inMemory);
        this.places = List.copyOf(places);
    }

    /** Asked in the background, before the source counts anew. */
    Map<Integer, Long> keys() {
        var keys = new HashMap<Integer, Long>();
        inMemory.forEach((place, row) -> keys.put(place, source.key(row)));
        places.forEach(place -> keys.computeIfAbsent(place, line -> source.keyAt(line, sort)));
        keys.values().removeIf(key -> key == 0);
        return keys;
    }

    /**
     * Asked in the background.
     *
     * @param keys as they were before
     * @param read what was read anew, by line
     */
    Moves in(
            Map<Integer, Long> keys,
            RowSource<R> now,
            RowSource.@Nullable Sort sortNow,
            Headings headingsNow,
            Map<Integer, R> read)
            throws Exception {
        if (keys.isEmpty()) {
            return new Moves(null, null, headings, headingsNow);
        }
        var lines = new HashMap<Long, Integer>();
        if (now.era() == era) {
            read.forEach((line, row) -> lines.put(now.key(row), line));
            long[] missing = places.stream()
                    .mapToLong(place -> keys.getOrDefault(place, 0L))
                    .filter(key -> key != 0 && !lines.containsKey(key))
                    .sorted()
                    .toArray();
            // The order of a million rows takes its time: one row alone isn't worth that.
            if (places.size() > 1 && missing.length > 0) {
                find(missing, now.keys(sortNow), lines);
            }
        }
        return new Moves(keys, lines, headings, headingsNow);
    }

    private static void find(long[] missing, long[] all, Map<Long, Integer> lines) {
        for (int line = 0; line < all.length; line++) {
            if (Arrays.binarySearch(missing, all[line]) >= 0) {
                lines.put(all[line], line);
            }
        }
    }
}
