package cadran.desktop.index;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Group;
import cadran.desktop.query.Grouping;
import cadran.desktop.query.Query;
import cadran.desktop.query.Sort;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one type, column by column. It answers a query as SQL would, with keys in the same order. Several may ask at
 * once; nobody may while rows are added, changed or taken away.
 */
public final class RowIndex {
    private final EntityType<?> type;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final IdDictionary ids = new IdDictionary();
    private final BitSet live = new BitSet();
    /** In their order: a row that is gone keeps its place, and one that comes back gets a new one. */
    private long[] keys;

    private int size;
    /** Who shows a page of what somebody asks for counts it too, and reads more of it as they scroll. */
    private volatile @Nullable Answer last;

    private volatile @Nullable Placed placed;
    /** Another number after each change of a row. */
    private long changes;

    private record Answer(List<Filter> filters, long moment, BitSet rows) {}

    /** The rows by what stands beside them: who sorts by it pages through it, and turns it round. */
    private record Placed(String field, Sort.Beside beside, Object state, int size, Ordering.Term up) {}

    private record State(RowIndex index, long changes) {}

    /** @param expected how many rows to make room for */
    public RowIndex(EntityType<?> type, int expected) {
        this.type = type;
        keys = new long[expected + 1];
        type.fields().forEach(field -> columns.put(field.name(), new Column(field)));
    }

    /** Of the newest row; 0 without rows. */
    public long lastKey() {
        return size == 0 ? 0 : keys[size - 1];
    }

    /** A row that is newer than all others here. */
    public void add(long key, Row row) {
        if (key <= lastKey()) {
            throw new IllegalArgumentException("key " + key + " after " + lastKey());
        }
        int before = ids.find(row.id());
        if (before > 0) {
            live.clear(before - 1);
            ids.forget(before);
        }
        ids.add(row.id());
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 2) + 1);
        }
        keys[size] = key;
        live.set(size);
        size++;
        set(size - 1, row);
    }

    /** What is not here yet is left out: it comes with the new rows. */
    public void update(Row row) {
        int ordinal = ids.find(row.id());
        if (ordinal > 0) {
            set(ordinal - 1, row);
        }
    }

    private void set(int position, Row row) {
        changes++;
        for (var column : columns.entrySet()) {
            column.getValue().set(position, row.get(column.getKey()), keys.length);
        }
    }

    public void remove(UUID id) {
        int ordinal = ids.find(id);
        if (ordinal > 0) {
            live.clear(ordinal - 1);
            changes++;
        }
    }

    /** Puts the values of a field in their order, which is otherwise done when somebody first sorts by it. */
    public void prepareOrder(String field) {
        column(field).values().ranks();
    }

    public long count(Query query, Elsewhere elsewhere) {
        return rows(query.filters(), elsewhere).cardinality();
    }

    public long[] keys(Query query, Elsewhere elsewhere) {
        var terms = query.sorts().stream().map(sort -> term(sort, elsewhere)).toList();
        int[] sorted = new Ordering(terms).sorted(rows(query.filters(), elsewhere), query.limit());
        return Arrays.stream(sorted).mapToLong(row -> keys[row]).toArray();
    }

    private Ordering.Term term(Sort sort, Elsewhere elsewhere) {
        var beside = sort.beside();
        if (beside == null) {
            return column(sort.field()).term(sort.descending(), elsewhere);
        }
        var up = placed(sort.field(), beside, elsewhere).up();
        return sort.descending() ? up.turned() : up;
    }

    private Placed placed(String field, Sort.Beside beside, Elsewhere elsewhere) {
        var placing = elsewhere.placing(field, beside);
        var known = placed;
        if (known != null
                && known.field().equals(field)
                && known.beside().equals(beside)
                && known.state().equals(placing.state())
                && known.size() == size) {
            return known;
        }
        var ofRows = new int[size];
        placing.each().accept((id, place) -> {
            int row = ids.find(id) - 1;
            if (row >= 0 && (ofRows[row] == 0 || place < ofRows[row])) {
                ofRows[row] = place;
            }
        });
        var places = new Ordinals();
        for (int row = 0; row < size; row++) {
            places.set(row, ofRows[row], size);
        }
        int most = Arrays.stream(ofRows).max().orElse(0);
        var ranks = IntStream.rangeClosed(0, most).toArray();
        var up = new Ordering.Term(places, ranks, false, Integer.MAX_VALUE);
        var fresh = new Placed(field, beside, placing.state(), size, up);
        placed = fresh;
        return fresh;
    }

    /** Where the rows of another type stand that these point to, by what they have in a field. */
    public Placing placing(String field, Sort.Beside beside, Elsewhere elsewhere) {
        return new Placing(new State(this, changes), sink -> {
            var rows = rows(List.of(new Filter.Is(beside.which(), beside.value())), elsewhere);
            var pointers = column(beside.pointer());
            var values = column(field);
            int[] places = values.places(beside.order());
            rows.stream().forEach(row -> {
                int place = places[values.ordinal(row)];
                int pointer = pointers.ordinal(row);
                if (place > 0 && pointer > 0) {
                    sink.accept(pointers.id(pointer), place);
                }
            });
        });
    }

    /** Null when there are too many different ones to be counted here. */
    public @Nullable List<Group> groups(Grouping grouping, Elsewhere elsewhere) {
        var fields = grouping.fields().stream().map(this::column).toList();
        var summed = grouping.sum() == null ? null : column(grouping.sum());
        return GroupCounts.of(rows(grouping.query().filters(), elsewhere), fields, summed);
    }

    /** What stands in a reference of the rows for which it holds, or their ids. */
    public Collection<UUID> ids(String field, Filter filter, Elsewhere elsewhere) {
        var rows = rows(List.of(filter), elsewhere);
        var found = new ArrayList<UUID>();
        if (field.equals(Filter.ID)) {
            rows.stream().forEach(row -> found.add(ids.id(row + 1)));
            return found;
        }
        var column = column(field);
        var ordinals = new BitSet();
        rows.stream().map(column::ordinal).forEach(ordinals::set);
        ordinals.clear(0);
        ordinals.stream().forEach(ordinal -> found.add(column.id(ordinal)));
        return found;
    }

    private BitSet rows(List<Filter> filters, Elsewhere elsewhere) {
        long moment = elsewhere.moment();
        var known = last;
        if (known != null && known.moment() == moment && known.filters().equals(filters)) {
            return known.rows();
        }
        var rows = new Evaluation(columns, ids, size, elsewhere).all(filters);
        rows.and(live);
        last = new Answer(filters, moment, rows);
        return rows;
    }

    private Column column(String field) {
        // Says what is wrong with a field that the type does not have.
        type.field(field);
        return Objects.requireNonNull(columns.get(field));
    }
}
