package cadran.desktop.store;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Grouping;
import cadran.desktop.query.Query;
import cadran.desktop.query.SearchText;
import cadran.desktop.query.Sort;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A {@link Query} as SQL that yields keys only: a million keys are eight megabytes, a million rows are not. */
final class KeyQuery {
    /** The accents of the languages around, for text that is compared in SQL; {@link SearchText} folds all of them. */
    private static final String ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ";

    private static final String PLAIN = "aaaaaaceeeeiiiinooooouuuuyy";

    private static final int FIRST_ROOM = 1_000;

    private final Query query;
    private final Set<String> joins = new LinkedHashSet<>();
    private final List<Object> arguments = new ArrayList<>();
    /** Of the order, which stands behind what the rows are narrowed to. */
    private final List<Object> inOrder = new ArrayList<>();

    private int tables;

    private KeyQuery(Query query) {
        this.query = query;
    }

    /** In their order; equal ones in the order in which they came, so that each page fits the one before. */
    static long[] keys(Connection connection, Query query) throws SQLException {
        var sql = new KeyQuery(query);
        if (sql.isWalked()) {
            return sql.walked(connection);
        }
        String order = sql.order() + "t.row_key" + (query.limit() > 0 ? " LIMIT " + query.limit() : "");
        var keys = LongStream.builder();
        try (var select = sql.prepare(connection, "SELECT t.row_key", order);
                var result = select.executeQuery()) {
            while (result.next()) {
                keys.add(result.getLong(1));
            }
        }
        return keys.build().toArray();
    }

    /** Equal ones stand next to each other already, and are put in order while they are read. */
    private long[] walked(Connection connection) throws SQLException {
        String by = expression(query.type().field(query.sorts().getFirst().field()));
        String order = order();
        var keys = new long[FIRST_ROOM];
        int count = 0;
        int equalFrom = 0;
        Object last = null;
        try (var select = prepare(connection, "SELECT t.row_key, " + by, order.substring(0, order.length() - 2));
                var result = select.executeQuery()) {
            while (result.next()) {
                var value = result.getObject(2);
                if (!Objects.equals(value, last)) {
                    Arrays.sort(keys, equalFrom, count);
                    equalFrom = count;
                    last = value;
                }
                keys = count < keys.length ? keys : Arrays.copyOf(keys, 2 * count);
                keys[count++] = result.getLong(1);
            }
        }
        Arrays.sort(keys, equalFrom, count);
        return Arrays.copyOf(keys, count);
    }

    static PreparedStatement count(Connection connection, Query query) throws SQLException {
        return new KeyQuery(query).prepare(connection, "SELECT COUNT(*)", "");
    }

    /** Yields the values of its fields, how many rows have them, and their sum. */
    static PreparedStatement groups(Connection connection, Grouping grouping) throws SQLException {
        var query = grouping.query();
        String fields = grouping.fields().stream()
                .map(field -> column(query.type(), "t", field))
                .collect(Collectors.joining(", "));
        String sum = grouping.sum() == null ? "NULL" : "SUM(" + column(query.type(), "t", grouping.sum()) + ")";
        return new KeyQuery(query)
                .prepare(connection, "SELECT " + fields + ", COUNT(*), " + sum, " GROUP BY " + fields);
    }

    /** What stands in a field of the rows for which the filter holds, or their ids. */
    static List<UUID> ids(Connection connection, EntityType<?> type, String field, Filter filter) throws SQLException {
        var query = new KeyQuery(Query.unordered(type).where(filter));
        var ids = new ArrayList<UUID>();
        try (var select = query.prepare(connection, "SELECT " + column(type, "t", field), "");
                var result = select.executeQuery()) {
            while (result.next()) {
                var id = result.getObject(1, UUID.class);
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /** Tells what the rows beside point to, and the place that each has by its value; equal ones have the same. */
    static int places(Connection connection, String field, Sort.Beside beside, ObjIntConsumer<UUID> sink)
            throws SQLException {
        var type = beside.type();
        var query = new KeyQuery(Query.unordered(type).where(new Filter.Is(beside.which(), beside.value())));
        String value = query.ordered(column(type, "t", field), beside.order());
        // The order stands before what the rows are narrowed to here.
        query.arguments.addAll(query.inOrder);
        query.inOrder.clear();
        String select = "SELECT " + column(type, "t", beside.pointer()) + ", " + value + " AS place";
        int place = 0;
        try (var statement = query.prepare(connection, select, " ORDER BY place");
                var result = statement.executeQuery()) {
            Object before = null;
            while (result.next()) {
                var id = result.getObject(1, UUID.class);
                var now = result.getObject(2);
                if (id != null && now != null) {
                    place += now.equals(before) ? 0 : 1;
                    sink.accept(id, place);
                    before = now;
                }
            }
        }
        return place;
    }

    private PreparedStatement prepare(Connection connection, String select, String end) throws SQLException {
        String where = query.filters().isEmpty() ? "" : " WHERE " + all(query.filters(), query.type(), "t");
        var statement = connection.prepareStatement(
                select + " FROM " + query.type().name() + " t" + String.join("", joins) + where + end);
        arguments.addAll(inOrder);
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
        return statement;
    }

    private String all(List<Filter> filters, EntityType<?> type, String alias) {
        return joined(filters, type, alias, " AND ", "TRUE");
    }

    private String joined(List<Filter> filters, EntityType<?> type, String alias, String between, String ofNone) {
        return filters.isEmpty()
                ? ofNone
                : filters.stream()
                        .map(filter -> condition(filter, type, alias))
                        .collect(Collectors.joining(between, "(", ")"));
    }

    private String condition(Filter filter, EntityType<?> type, String alias) {
        return switch (filter) {
            case Filter.Is(var field, var value) -> is(column(type, alias, field), value);
            case Filter.In in -> with(in.values().toArray(), column(type, alias, in.field()) + " = ANY(?)");
            case Filter.Between between -> between(between, column(type, alias, between.field()));
            case Filter.Spans spans -> {
                arguments.add(spans.length());
                yield with(spans.bounds(), "IN_SPANS(" + column(type, alias, spans.field()) + ", ?, ?)");
            }
            case Filter.Has has ->
                with(
                        "%," + escaped(has.member()) + ",%",
                        "',' || " + column(type, alias, has.field()) + " || ',' LIKE ?");
            case Filter.Contains has ->
                with(
                        "%" + escaped(SearchText.fold(has.text())) + "%",
                        "TRANSLATE(LOWER(" + column(type, alias, has.field()) + "), '" + ACCENTED + "', '" + PLAIN
                                + "') LIKE ?");
            case Filter.Text text -> with("%" + escaped(text.fragment()) + "%", alias + ".search LIKE ?");
            case Filter.Whose whose -> column(type, alias, whose.field()) + among("id", whose.type(), whose.of());
            case Filter.Having having ->
                alias + ".id" + among(having.type().field(having.field()).column(), having.type(), having.of());
            case Filter.Not not -> "(" + condition(not.filter(), type, alias) + ") IS NOT TRUE";
            case Filter.All all -> all(all.filters(), type, alias);
            case Filter.Any any -> joined(any.filters(), type, alias, " OR ", "FALSE");
        };
    }

    private String is(String column, @Nullable Object value) {
        return value == null ? column + " IS NULL" : with(value, column + " = ?");
    }

    private String between(Filter.Between between, String column) {
        var ends = new ArrayList<String>();
        if (between.from() != null) {
            ends.add(with(between.from(), column + " >= ?"));
        }
        if (between.to() != null) {
            ends.add(with(between.to(), column + " <= ?"));
        }
        return ends.isEmpty() ? column + " IS NOT NULL" : "(" + String.join(" AND ", ends) + ")";
    }

    private String among(String column, EntityType<?> type, Filter filter) {
        String alias = "x" + ++tables;
        return " IN (SELECT " + alias + "." + column + " FROM " + type.name() + " " + alias + " WHERE "
                + condition(filter, type, alias) + ")";
    }

    private String with(Object argument, String condition) {
        arguments.add(argument);
        return condition;
    }

    static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static String column(EntityType<?> type, String alias, String field) {
        return alias + "." + (field.equals(Filter.ID) ? "id" : type.field(field).column());
    }

    private String order() {
        return query.sorts().stream().map(sort -> term(sort) + ", ").collect(Collectors.joining("", " ORDER BY ", ""));
    }

    /** All rows by one column come along its index, and H2 would sort a million again if it were told of the keys. */
    private boolean isWalked() {
        return query.limit() == 0
                && query.filters().isEmpty()
                && query.sorts().size() == 1
                && !query.sorts().getFirst().descending()
                && query.sorts().getFirst().beside() == null;
    }

    /** H2 walks an index only in its own order, where empty comes first: so "last" is asked for only where empty can be. */
    private String term(Sort sort) {
        var beside = sort.beside();
        if (beside != null) {
            return beside(sort.field(), beside) + (sort.descending() ? " DESC" : "") + " NULLS LAST";
        }
        Field field = query.type().field(sort.field());
        // Rows arrive in any order: what a reference points to can be missing for a while.
        boolean canBeEmpty = !field.required() || field.kind() == FieldKind.REFERENCE;
        return expression(field) + (sort.descending() ? " DESC" : "") + (canBeEmpty ? " NULLS LAST" : "");
    }

    private String expression(Field field) {
        if (field.kind() == FieldKind.CODE) {
            return natural(field);
        }
        if (field.kind() != FieldKind.REFERENCE) {
            return "t." + field.column();
        }
        var target = EntityTable.of(Schema.type(Objects.requireNonNull(field.references())));
        String alias = "s_" + field.column();
        joins.add(" LEFT JOIN %s %s ON %s.id = t.%s".formatted(target.type.name(), alias, alias, field.column()));
        return "NULLIF(" + target.label(alias) + ", '')";
    }

    /** The least, should rows that were made before they had one id be two. */
    private String beside(String field, Sort.Beside beside) {
        String alias = "x" + ++tables;
        var type = beside.type();
        String value = ordered(column(type, alias, field), beside.order());
        inOrder.add(beside.value());
        return "(SELECT MIN(" + value + ") FROM " + type.name() + " " + alias + " WHERE "
                + column(type, alias, beside.pointer()) + " = t.id AND " + column(type, alias, beside.which())
                + " = ?)";
    }

    private String ordered(String column, List<String> order) {
        if (order.isEmpty()) {
            return column;
        }
        inOrder.addAll(order);
        return "CASE " + column
                + IntStream.range(0, order.size())
                        .mapToObj(i -> " WHEN ? THEN " + i)
                        .collect(Collectors.joining())
                + " END";
    }

    /** Codes sort in the order of their life, not of their letters. */
    private static String natural(Field field) {
        var cases = new StringBuilder("CASE t.").append(field.column());
        for (int i = 0; i < field.codes().size(); i++) {
            cases.append(" WHEN '")
                    .append(field.codes().get(i))
                    .append("' THEN ")
                    .append(i);
        }
        return cases.append(" END").toString();
    }
}
