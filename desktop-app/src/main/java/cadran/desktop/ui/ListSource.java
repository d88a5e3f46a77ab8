package cadran.desktop.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of a list short enough to be held whole, narrowed by what is typed. Changed on the UI thread, read in the background. */
public final class ListSource<R> implements RowSource<R> {
    private final Function<R, String> searched;
    private final Map<String, Comparator<R>> orders;
    private volatile List<R> all = List.of();
    private volatile List<R> found = List.of();
    private volatile String query = "";

    /** @param orders by id of column */
    public ListSource(Function<R, String> searched, Map<String, Comparator<R>> orders) {
        this.searched = searched;
        this.orders = Map.copyOf(orders);
    }

    public void set(List<R> rows) {
        all = List.copyOf(rows);
        narrow(query);
    }

    public void narrow(String typed) {
        query = typed;
        found = all.stream()
                .filter(row -> Spelling.contains(searched.apply(row), typed))
                .toList();
    }

    @Override
    public int count() {
        return found.size();
    }

    @Override
    public List<R> page(int from, int most, @Nullable Sort sort) {
        var rows = found;
        var order = sort == null ? null : orders.get(sort.column());
        if (sort != null && order != null) {
            rows = rows.stream()
                    .sorted(sort.ascending() ? order : order.reversed())
                    .toList();
        }
        int start = Math.min(from, rows.size());
        return rows.subList(start, Math.min(start + most, rows.size()));
    }
}
