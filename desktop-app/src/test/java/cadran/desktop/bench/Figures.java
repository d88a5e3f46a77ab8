package cadran.desktop.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, printed as lines {@code name=value}. */
final class Figures {
    private final Map<String, String> values = new LinkedHashMap<>();

    Figures put(String name, long value) {
        values.put(name, Long.toString(value));
        return this;
    }

    Figures put(String name, double value) {
        values.put(name, String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value));
        return this;
    }

    Figures put(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** By nearest rank, over times in nanoseconds. */
    Figures percentiles(String prefix, List<Long> nanos) {
        var sorted = nanos.stream().sorted().toList();
        for (int percent : new int[] {50, 95, 99}) {
            int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
            put(prefix + "p" + percent + "_ms", sorted.get(Math.max(rank, 1) - 1) / 1e6);
        }
        return this;
    }

    void print(PrintStream out) {
        values.forEach((name, value) -> out.println(name + "=" + value));
    }
}
