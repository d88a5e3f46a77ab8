package cadran.desktop.tables;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Rows;
import cadran.desktop.ui.Heading;
import cadran.desktop.ui.Headings;
import cadran.desktop.ui.RowSource;
import cadran.model.sync.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One table's rows under headings, by what stands in one of their fields. Only unfolded groups are read. */
final class GroupedSource implements ListedRows {
    /** Of shorter lists everything is shown at once. */
    private static final int FEW = 100;

    private final Rows rows;
    private final Query query;
    private final Field by;
    private final GroupReader reader;
    private final Folds folds;
    private final TableSource.Sorting sorting;
    private @Nullable Boolean isShort;
    private Lines lines = new Lines(new TreeMap<>(), Headings.NONE, 0);

    /** @param rows null where they are folded away */
    private record Part(int rowCount, @Nullable TableSource rows) {}

    /** @param parts by the places of their headings */
    private record Lines(NavigableMap<Integer, Part> parts, Headings headings, int count) {}

    /** @param folds what somebody unfolded or folded: it outlives the source, which goes with its filter */
    GroupedSource(Rows rows, Query query, Field by, GroupReader reader, Folds folds, TableSource.Sorting sorting) {
        this.rows = rows;
        this.query = query;
        this.by = by;
        this.reader = reader;
        this.folds = folds;
        this.sorting = sorting;
    }

    @Override
    public synchronized int count() {
        lines = read();
        return lines.count();
    }

    private Lines read() {
        var groups = reader.read(query, by);
        long total = groups.stream().mapToLong(GroupReader.Named::count).sum();
        // Asked once: an edit that makes the list a little shorter must not throw all groups open.
        boolean isOpenAtFirst = isShort == null ? total <= FEW : isShort;
        isShort = isOpenAtFirst;
        var parts = new TreeMap<Integer, Part>();
        var places = new ArrayList<Integer>();
        var headings = new ArrayList<Heading>();
        int place = 0;
        for (var group : groups) {
            var id = Optional.ofNullable(group.value());
            boolean isOpen = folds.isOpen(id, isOpenAtFirst);
            int count = Math.toIntExact(group.count());
            var source = isOpen
                    ? new TableSource(rows, query.where(new Filter.Is(by.name(), group.value())), sorting)
                    : null;
            parts.put(place, new Part(count, source));
            places.add(place);
            headings.add(new Heading(id, group.label(), group.told(), count, isOpen));
            place += 1 + (isOpen ? count : 0);
        }
        return new Lines(parts, new Headings(places, headings, Math.toIntExact(total)), place);
    }

    @Override
    public synchronized Headings headings() {
        return lines.headings();
    }

    @Override
    public void turn(Heading heading) {
        folds.turn(heading);
    }

    @Override
    public void turnAll(boolean open) {
        folds.turnAll(open);
    }

    @Override
    public synchronized long keyAt(int line, RowSource.@Nullable Sort sort) {
        var part = lines.parts().floorEntry(line);
        return part == null || part.getKey() == line || part.getValue().rows() == null
                ? 0
                : part.getValue().rows().keyAt(line - part.getKey() - 1, sort);
    }

    @Override
    public int era() {
        return rows.file();
    }

    @Override
    public Query ofGroup(Object group, RowSource.@Nullable Sort sort) {
        var value = ((Optional<?>) group).orElse(null);
        return TableSource.ordered(query.where(new Filter.Is(by.name(), value)), sort, sorting);
    }

    @Override
    public synchronized List<GridRow> page(int from, int most, RowSource.@Nullable Sort sort) {
        var page = new ArrayList<GridRow>();
        int to = Math.min(from + most, lines.count());
        var first = lines.parts().floorKey(from);
        if (first == null) {
            return page;
        }
        for (var part : lines.parts().subMap(first, true, to, false).entrySet()) {
            int start = part.getKey() + 1;
            var source = part.getValue().rows();
            int begin = Math.max(from, start) - start;
            int end = Math.min(to - start, part.getValue().rowCount());
            if (source != null && begin < end) {
                page.addAll(source.page(begin, end - begin, sort));
            }
        }
        return page;
    }

    /** References stand in the order of their names here, as their headings do but for accents. */
    @Override
    public Query ordered(RowSource.@Nullable Sort sort) {
        var order = Stream.concat(
                Stream.of(cadran.desktop.query.Sort.up(by.name())),
                TableSource.ordered(query, sort, sorting).sorts().stream());
        return query.sortedBy(order.distinct().toArray(cadran.desktop.query.Sort[]::new));
    }

    @Override
    public synchronized long[] keys(RowSource.@Nullable Sort sort) {
        return read().parts().values().stream()
                .flatMapToLong(part -> LongStream.concat(
                        LongStream.of(0),
                        part.rows() == null
                                ? LongStream.empty()
                                : Arrays.stream(part.rows().keys(sort))))
                .toArray();
    }
}
