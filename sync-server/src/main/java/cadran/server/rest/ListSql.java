package cadran.server.rest;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list's query as SQL, to follow a {@code select … from table t}. Names come from the descriptor only, whatever the
 * caller wrote is bound.
 */
final class ListSql {
    /** What may stand between the digits of a number as people write it. */
    private static final Pattern NUMBER_FRAGMENT = Pattern.compile("\\+?[0-9 ().\\-/\\u00A0\\u202F]*");

    private final ListQuery query;
    private final boolean postgres;
    private final Map<String, Object> binds = new LinkedHashMap<>();
    private final List<String> where = new ArrayList<>();

    private ListSql(ListQuery query, boolean postgres) {
        this.query = query;
        this.postgres = postgres;
    }

    /** @param binds values by the names they have in the text; {@code org} and {@code audiences} are the caller's to add */
    record Statement(String sql, Map<String, Object> binds) {}

    static Statement of(ListQuery query, boolean postgres) {
        return new ListSql(query, postgres).statement();
    }

    private Statement statement() {
        where.add("t.org_id = :org");
        where.add("t.audience in (<audiences>)");
        query.conditions().forEach(condition -> where.add(condition(condition)));
        if (query.text() != null) {
            where.add(contains(query.type(), query.text()));
        }
        if (query.after() != null) {
            where.add(behind(query.after(), 0));
        }
        var order = new StringJoiner(", ");
        // Says nothing, but H2 takes an index for the order only when its first column is named too.
        order.add("t.org_id" + (query.sort().getFirst().descending() ? " desc" : ""));
        query.sort().forEach(key -> order.add(order(key)));
        var sql = " where " + String.join(" and ", where) + " order by " + order + " limit " + (query.limit() + 1);
        return new Statement(sql, binds);
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.AnyOf(Field field, List<@Nullable Object> values) ->
                field.isSeveral() ? anyAmong(field, values) : anyOf(field, values);
            case Condition.AtLeast(Field field, Object value) -> column(field) + " >= " + bind(value);
            case Condition.AtMost(Field field, Object value) -> column(field) + " <= " + bind(value);
        };
    }

    private String anyOf(Field field, List<@Nullable Object> values) {
        var given = new StringJoiner(", ", column(field) + " in (", ")").setEmptyValue("");
        for (Object value : values) {
            if (value != null) {
                given.add(bind(value));
            }
        }
        var some = given.toString();
        if (!values.contains(null)) {
            return some;
        }
        var empty = column(field) + " is null";
        return some.isEmpty() ? empty : "(" + some + " or " + empty + ")";
    }

    private String anyAmong(Field field, List<@Nullable Object> values) {
        var any = new StringJoiner(" or ", "(", ")");
        for (Object value : values) {
            any.add(
                    value == null
                            ? column(field) + " is null"
                            : "',' || " + column(field) + " || ',' like "
                                    + bind("%," + escaped(value.toString()) + ",%")
                                    + " escape '!'");
        }
        return any.toString();
    }

    private String contains(EntityType<?> type, String text) {
        var pattern = bind("%" + escaped(text.toLowerCase(Locale.ROOT)) + "%");
        var any = new StringJoiner(" or ", "(", ")");
        for (Field field : type.fields()) {
            if (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.WORDS) {
                any.add("lower(" + letters(field) + ") like " + pattern + " escape '!'");
            }
        }
        if (type.has("e164") && NUMBER_FRAGMENT.matcher(text).matches()) {
            var digits = withoutTrunkPrefix(text.replace("(0)", "").replaceAll("[^0-9]", ""));
            if (!digits.isEmpty()) {
                any.add("t.e164 like " + bind("%" + digits + "%"));
            }
        }
        return any.toString();
    }

    /** A number is stored without the 0 or 00 that people dial before it. */
    private static String withoutTrunkPrefix(String digits) {
        var rest = digits.replaceFirst("^0{1,2}", "");
        return rest.isEmpty() ? digits : rest;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** Rows behind the cursor. With values last there are no rows behind an empty one that are not empty too. */
    private String behind(Cursor cursor, int index) {
        var key = query.sort().get(index);
        Object value = cursor.values().get(index);
        var column = column(key.field());
        boolean last = index == query.sort().size() - 1;
        if (value == null) {
            return "(" + column + " is null and " + behind(cursor, index + 1) + ")";
        }
        var bound = bind(value);
        var beyond = column + (key.descending() ? " < " : " > ") + bound;
        if (!key.field().required()) {
            beyond = beyond + " or " + column + " is null";
        }
        if (last) {
            return "(" + beyond + ")";
        }
        var chain = "(" + beyond + " or (" + column + " = " + bound + " and " + behind(cursor, index + 1) + "))";
        // Follows from the chain, but only this form lets an index begin where the page does.
        boolean canBound = index == 0 && key.field().required();
        return canBound ? column + (key.descending() ? " <= " : " >= ") + bound + " and " + chain : chain;
    }

    private String order(SortKey key) {
        var text = column(key.field()) + (key.descending() ? " desc" : "");
        return key.field().required() ? text : text + " nulls last";
    }

    /** Text columns compare by code point, under which PostgreSQL knows only the cases of ASCII: É would not find é. */
    private String letters(Field field) {
        return postgres ? column(field) + " collate \"pg_c_utf8\"" : column(field);
    }

    private static String column(Field field) {
        return "t." + field.column();
    }

    private String bind(Object value) {
        var name = "v" + binds.size();
        binds.put(name, value);
        return ":" + name;
    }
}
