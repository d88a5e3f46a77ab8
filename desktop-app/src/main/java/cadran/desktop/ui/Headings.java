package cadran.desktop.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
        this(places.stream().mapToInt(Integer::intValue).toArray(), headings, rows);
    }

    private Headings(int[] places, List<Heading> headings, int rows) {
        this.places = places;
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

    /** Over the row in this line, or in it. */
    @Nullable
    Heading over(int place) {
        int found = Arrays.binarySearch(places, place);
        int at = found < 0 ? -found - 2 : found;
        return at < 0 ? null : headings.get(at);
    }

    /** Where the heading of this group stands; -1 without one. */
    int placeOf(Object group) {
        for (int i = 0; i < places.length; i++) {
            if (headings.get(i).group().equals(group)) {
                return places[i];
            }
        }
        return -1;
    }

    Stream<Heading> all() {
        return headings.stream();
    }

    Headings ticked(Set<Object> groups) {
        return isEmpty()
                ? this
                : new Headings(
                        places,
                        headings.stream()
                                .map(heading -> heading.tickedIf(groups.contains(heading.group())))
                                .toList(),
                        rows);
    }

    /** How many rows have a line before this one. */
    int rowsBefore(int place) {
        int found = Arrays.binarySearch(places, place);
        return place - (found < 0 ? -found - 1 : found);
    }
}
