package cadran.desktop.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the typist was told, row by row: what was saved last must be there, or what was tried after it. */
final class Ledger {
    private static final String GONE = "none";

    private final Map<String, List<String>> possible = new HashMap<>();
    private int saved;

    synchronized void tried(String row, String value) {
        possible.computeIfAbsent(row, id -> new ArrayList<>(List.of(GONE))).add(value);
    }

    synchronized void saved(String row, String value) {
        possible.put(row, new ArrayList<>(List.of(value)));
        saved++;
    }

    synchronized int count() {
        return saved;
    }

    /** Rows that are not as any of that; given is the contact of each row that the server has. */
    synchronized List<String> lost(Map<String, String> there) {
        var lost = new ArrayList<String>();
        possible.forEach((row, values) -> {
            var found = there.getOrDefault(row, GONE);
            if (!values.contains(found)) {
                lost.add(row + " is " + found + ", not one of " + values);
            }
            possible.put(row, new ArrayList<>(List.of(found)));
        });
        return lost;
    }
}
