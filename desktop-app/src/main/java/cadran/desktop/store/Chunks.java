package cadran.desktop.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Long lists of ids in pieces: H2 looks each id of an array up, but compares what it finds with all of them. */
final class Chunks {
    private static final int SIZE = 500;

    private Chunks() {}

    static <T> List<List<T>> of(Collection<T> all) {
        return of(all, SIZE);
    }

    static <T> List<List<T>> of(Collection<T> all, int size) {
        var list = List.copyOf(all);
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += size) {
            chunks.add(list.subList(from, Math.min(list.size(), from + size)));
        }
        return chunks;
    }
}
