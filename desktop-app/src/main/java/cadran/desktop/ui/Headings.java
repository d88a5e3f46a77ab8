package cadran.desktop.ui;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which lines of a list are headings; the others are rows. Rows under a folded heading have no line. */
public final class Headings {
    public static final Headings NONE = new Headings(List.of(), List.of(), 0);

    private final int[] places;
    private final List<Heading> headings;
    private final int rows;

    /**
     * @param places of the headings, in order
     * @param rows how many there are, also under folded ones
     */
    public Headings(List<Integer> places, List<Heading> headings, int rows) {
        this.places = places.stream().mapToInt(Integer::intValue).toArray();
        this.headings = List.copyOf(headings);
        this.rows = rows;
    }

    public boolean isEmpty() {
        return places.length == 0;
    }

    public int rows() {
        return rows;
    }

    public boolean isAt(int place) {
        return Arrays.binarySearch(places, place) >= 0;
    }

    public @Nullable Heading at(int place) {
        int found = Arrays.binarySearch(places, place);
        return found < 0 ? null : headings.get(found);
    }

    /** How many rows have a line before this one. */
    int rowsBefore(int place) {
        int found = Arrays.binarySearch(places, place);
        return place - (found < 0 ? -found - 1 : found);
    }
}
