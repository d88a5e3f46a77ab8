package cadran.desktop.query;

import org.jspecify.annotations.Nullable;

/** Looks a text up among spans by halving. The local copy's SQL knows it as {@code IN_SPANS}. */
public final class SpanSearch {
    private SpanSearch() {}

    /**
     * @param length of the text and of each end
     * @param bounds as {@link Filter.Spans} has them
     */
    public static boolean has(@Nullable String text, int length, String bounds) {
        if (text == null || text.length() != length) {
            return false;
        }
        int low = 0;
        int high = bounds.length() / (2 * length);
        // Those before "low" begin by the text, those from "high" on behind it.
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(bounds, 2 * middle * length, text) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && compare(bounds, (2 * low - 1) * length, text) >= 0;
    }

    /** Compares the end that stands there with the text. */
    private static int compare(String bounds, int from, String text) {
        for (int at = 0; at < text.length(); at++) {
            int difference = bounds.charAt(from + at) - text.charAt(at);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
