package cadran.model.numbers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Parts all numbers of one calling code and one length where a line of the plan begins or ends. */
final class Stretches {
    private Stretches() {}

    /**
     * @param own the lines of one calling code
     * @param length how many digits follow it
     * @param beginnings more places to part at: what numbers begin with behind the calling code
     */
    static List<NumberSpan> of(List<PlanPrefix> own, int length, Collection<String> beginnings) {
        var code = own.getFirst().callingCode();
        var starts = new TreeSet<>(Set.of("0".repeat(length)));
        Stream.concat(own.stream().map(line -> line.canonical().substring(code.length())), beginnings.stream())
                .filter(prefix -> !prefix.isEmpty() && prefix.length() <= length)
                .forEach(prefix -> {
                    starts.add(prefix + "0".repeat(length - prefix.length()));
                    following(prefix).ifPresent(next -> starts.add(next + "0".repeat(length - next.length())));
                });
        var stretches = new ArrayList<NumberSpan>();
        for (var start : starts) {
            var next = starts.higher(start);
            var last = next == null ? "9".repeat(length) : preceding(next);
            stretches.add(new NumberSpan(code + start, code + last));
        }
        return stretches;
    }

    /** The next digits of the same length; none behind 99. */
    private static Optional<String> following(String digits) {
        var next = new BigInteger(digits).add(BigInteger.ONE).toString();
        return next.length() > digits.length()
                ? Optional.empty()
                : Optional.of("0".repeat(digits.length() - next.length()) + next);
    }

    private static String preceding(String digits) {
        var before = new BigInteger(digits).subtract(BigInteger.ONE).toString();
        return "0".repeat(digits.length() - before.length()) + before;
    }
}
