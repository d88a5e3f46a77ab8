package cadran.desktop.dashboard;

import java.util.List;
import java.util.function.Function;

/**
 * A line of a chart, in words.
 *
 * @param id of what it counts, the same when it is counted again
 * @param shown its figure
 * @param told all that it says, for who can't see it
 * @param parts of its bar, from the left
 * @param count how many rows a click leads to
 */
record Slice(String id, String name, String shown, String told, List<Part> parts, long count, Target target) {
    Slice {
        parts = List.copyOf(parts);
    }

    /** @param role style class that gives the part its colour */
    record Part(String role, double weight) {}

    /**
     * Where a click leads.
     *
     * @param list the feature that shows it
     * @param line of its filter
     */
    record Target(String list, Function<Lines, String> line) {}

    double weight() {
        return parts.stream().mapToDouble(Part::weight).sum();
    }
}
