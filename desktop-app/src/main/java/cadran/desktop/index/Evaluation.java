package cadran.desktop.index;

import cadran.desktop.query.Filter;
import cadran.desktop.query.SearchText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds out for which rows a filter holds. Rows that are gone may be among them. */
final class Evaluation {
    private final Map<String, Column> columns;
    private final IdDictionary ids;
    private final int size;
    private final Elsewhere elsewhere;

    /** @param ids the ordinal of a row's id is the row's position and one more */
    Evaluation(Map<String, Column> columns, IdDictionary ids, int size, Elsewhere elsewhere) {
        this.columns = columns;
        this.ids = ids;
        this.size = size;
        this.elsewhere = elsewhere;
    }

    BitSet all(List<Filter> filters) {
        var rows = everything();
        for (var filter : filters) {
            if (rows.isEmpty()) {
                return rows;
            }
            rows.and(rows(filter));
        }
        return rows;
    }

    private BitSet any(List<Filter> filters) {
        var fragments = new ArrayList<String>();
        var rows = new BitSet(size);
        for (var filter : filters) {
            if (filter instanceof Filter.Text text) {
                fragments.add(text.fragment());
            } else {
                rows.or(rows(filter));
            }
        }
        rows.or(texts(fragments));
        return rows;
    }

    private BitSet everything() {
        var rows = new BitSet(size);
        rows.set(0, size);
        return rows;
    }

    private BitSet rows(Filter filter) {
        return switch (filter) {
            case Filter.Is is -> is.value() == null ? empty(is.field()) : equalTo(is.field(), List.of(is.value()));
            case Filter.In in -> equalTo(in.field(), in.values());
            case Filter.Between between -> {
                var column = column(between.field());
                yield column.rows(column.between(between.from(), between.to()), size);
            }
            case Filter.Spans spans -> {
                var column = column(spans.field());
                yield column.rows(column.within(spans), size);
            }
            case Filter.Has has -> {
                var column = column(has.field());
                yield column.rows(column.having(has.member()), size);
            }
            case Filter.Contains has -> {
                var column = column(has.field());
                yield column.rows(column.containing(List.of(SearchText.fold(has.text()))), size);
            }
            case Filter.Text text -> texts(List.of(text.fragment()));
            case Filter.Whose whose -> equalTo(whose.field(), elsewhere.ids(whose.type(), Filter.ID, whose.of()));
            case Filter.Having having -> rowsOf(elsewhere.ids(having.type(), having.field(), having.of()));
            case Filter.Not not -> {
                var rows = rows(not.filter());
                rows.flip(0, size);
                yield rows;
            }
            case Filter.All all -> all(all.filters());
            case Filter.Any any -> any(any.filters());
        };
    }

    private BitSet empty(String field) {
        if (field.equals(Filter.ID)) {
            return new BitSet();
        }
        var column = column(field);
        return column.rows(column.empty(), size);
    }

    private BitSet equalTo(String field, Collection<?> values) {
        if (field.equals(Filter.ID)) {
            return rowsOf(values);
        }
        var column = column(field);
        return column.rows(column.equalTo(values), size);
    }

    private BitSet rowsOf(Collection<?> wanted) {
        var rows = new BitSet(size);
        for (var id : wanted) {
            int ordinal = ids.find((UUID) id);
            if (ordinal > 0) {
                rows.set(ordinal - 1);
            }
        }
        return rows;
    }

    /** In the database a row's texts are searched as one, parted by lines; a fragment never spans two of them. */
    private BitSet texts(List<String> fragments) {
        if (fragments.contains("")) {
            return everything();
        }
        var rows = new BitSet(size);
        for (var column : columns.values()) {
            if (!fragments.isEmpty() && column.isSearched()) {
                rows.or(column.rows(column.containing(fragments), size));
            }
        }
        return rows;
    }

    private Column column(String field) {
        var column = columns.get(field);
        if (column == null) {
            throw new IllegalArgumentException("no column " + field);
        }
        return column;
    }
}
