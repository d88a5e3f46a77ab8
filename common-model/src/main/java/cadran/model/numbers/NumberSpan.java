package cadran.model.numbers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * All numbers from one to another, both included.
 *
 * @param first in canonical form, as long as the last
 */
public record NumberSpan(String first, String last) {
    /** Numbers of one length stay together: a longer one never lies between two shorter ones. */
    private static final Comparator<NumberSpan> ORDER =
            Comparator.<NumberSpan>comparingInt(NumberSpan::length).thenComparing(NumberSpan::first);

    public NumberSpan {
        if (first.length() != last.length() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("No span: " + first + " to " + last);
        }
    }

    /** Characters of each of its numbers. */
    public int length() {
        return first.length();
    }

    /** The same numbers in as few spans as they take: shorter ones first, then in order. */
    public static List<NumberSpan> merged(Collection<NumberSpan> spans) {
        var merged = new ArrayList<NumberSpan>();
        for (var span : spans.stream().sorted(ORDER).toList()) {
            if (!merged.isEmpty() && merged.getLast().reaches(span)) {
                merged.add(merged.removeLast().with(span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private boolean reaches(NumberSpan later) {
        return length() == later.length() && digits(later.first) <= digits(last) + 1;
    }

    private NumberSpan with(NumberSpan later) {
        return new NumberSpan(first, last.compareTo(later.last) >= 0 ? last : later.last);
    }

    private static long digits(String number) {
        return Long.parseLong(number.substring(1));
    }
}
