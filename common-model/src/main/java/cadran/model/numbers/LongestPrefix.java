package cadran.model.numbers;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the lines of a plan that digits begin with: a short prefix holds for all that no longer one takes out of it. */
final class LongestPrefix {
    private final Map<String, PlanPrefix> lines;
    private final int longest;

    /** @param start what the digits begin with that a line is about */
    LongestPrefix(Collection<PlanPrefix> lines, Function<PlanPrefix, String> start) {
        this.lines = lines.stream().collect(Collectors.toMap(start, Function.identity(), (one, other) -> {
            throw new IllegalArgumentException("Twice in the plan: " + one.prefix());
        }));
        this.longest =
                this.lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The longest first. */
    Stream<PlanPrefix> of(String digits) {
        int most = Math.min(longest, digits.length());
        return IntStream.range(0, most)
                .mapToObj(shorter -> lines.get(digits.substring(0, most - shorter)))
                .flatMap(Stream::ofNullable);
    }
}
