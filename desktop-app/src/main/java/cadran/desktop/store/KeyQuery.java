package cadran.desktop.store;

import cadran.model.Schema;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A {@link Query} as SQL that yields keys only: a million keys are eight megabytes, a million rows are not. */
final class KeyQuery {
    private final Query query;
    private final StringBuilder joins = new StringBuilder();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    private KeyQuery(Query query) {
        this.query = query;
        for (String pattern : SearchText.patterns(query.text())) {
            conditions.add("t.search LIKE ?");
            arguments.add(pattern);
        }
        query.filters().forEach(this::add);
    }

    static PreparedStatement keys(Connection connection, Query query) throws SQLException {
        var sql = new KeyQuery(query);
        String order = sql.order();
        return sql.prepare(
                connection, "SELECT t.row_key", order + (query.limit() > 0 ? " LIMIT " + query.limit() : ""));
    }

    static PreparedStatement count(Connection connection, Query query) throws SQLException {
        return new KeyQuery(query).prepare(connection, "SELECT COUNT(*)", "");
    }

    private void add(Filter filter) {
        String column = isId(filter)
                ? "t.id"
                : "t." + query.type().field(filter.field()).column();
        switch (filter) {
            case Filter.Is is -> {
                conditions.add(is.value() == null ? column + " IS NULL" : column + " = ?");
                if (is.value() != null) {
                    arguments.add(is.value());
                }
            }
            case Filter.In in -> {
                conditions.add(column + " = ANY(?)");
                arguments.add(in.values().toArray());
            }
        }
    }

    private static boolean isId(Filter filter) {
        return filter.field().equals(Filter.ID);
    }

    /** H2 walks an index only in its own order, where empty comes first: so "last" is asked for only where empty can be. */
    private String order() {
        if (query.sorts().isEmpty()) {
            return " ORDER BY t.row_key";
        }
        return query.sorts().stream().map(this::term).collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private String term(Sort sort) {
        Field field = query.type().field(sort.field());
        return expression(field) + (sort.descending() ? " DESC" : "") + (field.required() ? "" : " NULLS LAST");
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
        joins.append(" LEFT JOIN %s %s ON %s.id = t.%s".formatted(target.type.name(), alias, alias, field.column()));
        return "NULLIF(" + target.label(alias) + ", '')";
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

    private PreparedStatement prepare(Connection connection, String select, String end) throws SQLException {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        var statement =
                connection.prepareStatement(select + " FROM " + query.type().name() + " t" + joins + where + end);
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
        return statement;
    }
}
