package cadran.server.rest;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a list's query string against the type's descriptor. What it does not know it refuses: a misspelt filter that is ignored answers with all rows. */
final class ListQueryReader {
    static final int MOST_ROWS = 500;
    private static final int DEFAULT_ROWS = 100;
    private static final int MOST_SORT_KEYS = 5;
    private static final int MOST_VALUES = 500;
    private static final int MOST_TEXT = 200;
    private static final Set<String> SINGLE = Set.of("q", "sort", "limit", "after", "fields");
    /** A comma parts values; behind a backslash it belongs to one. */
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

    private final EntityType<?> type;
    private final Map<String, List<String>> parameters;

    private ListQueryReader(EntityType<?> type, Map<String, List<String>> parameters) {
        this.type = type;
        this.parameters = parameters;
    }

    static ListQuery read(EntityType<?> type, Map<String, List<String>> parameters) {
        return new ListQueryReader(type, parameters).read();
    }

    /** The fields to answer with, for a single row. */
    static Set<String> readFields(EntityType<?> type, Map<String, List<String>> parameters) {
        for (String name : parameters.keySet()) {
            if (!name.equals("fields")) {
                throw Problem.of("query.unknown").at(name).asException();
            }
        }
        return new ListQueryReader(type, parameters).fields();
    }

    private ListQuery read() {
        var conditions = new ArrayList<Condition>();
        parameters.forEach((name, values) -> {
            if (!SINGLE.contains(name)) {
                conditions.add(condition(name, values));
            }
        });
        var sort = sort();
        String after = single("after");
        return new ListQuery(
                type, conditions, text(), sort, limit(), after == null ? null : Cursor.decode(after, sort), fields());
    }

    private Condition condition(String name, List<String> values) {
        if (name.endsWith(".min") || name.endsWith(".max")) {
            Field field = known(name.substring(0, name.length() - 4), name);
            if (hasBounds(field)) {
                Object bound = value(field, name, one(name, values));
                return name.endsWith(".min") ? new Condition.AtLeast(field, bound) : new Condition.AtMost(field, bound);
            }
            throw Problem.of("query.unknown").at(name).asException();
        }
        Field field = known(name, name);
        var wanted = new ArrayList<@Nullable Object>();
        for (String given : values) {
            for (String part : COMMA.split(given, -1)) {
                var text = part.replace("\\,", ",");
                wanted.add(text.isEmpty() ? null : value(field, name, text));
            }
        }
        if (wanted.size() > MOST_VALUES) {
            throw wrong(name, "at most " + MOST_VALUES + " values");
        }
        return new Condition.AnyOf(field, wanted);
    }

    /** Whether it can be asked for from a value and up to one. */
    static boolean hasBounds(Field field) {
        return field.kind() == FieldKind.DATE || field.kind() == FieldKind.DECIMAL;
    }

    private Field known(String field, String parameter) {
        if (field.equals("id")) {
            return ListQuery.ID;
        }
        if (!type.has(field)) {
            throw Problem.of("query.unknown").at(parameter).asException();
        }
        return type.field(field);
    }

    private static Object value(Field field, String parameter, String text) {
        return switch (field.kind()) {
            case TEXT -> text;
            case WORDS -> text.toLowerCase(Locale.ROOT);
            case CODE, CODES -> {
                if (!field.codes().contains(text)) {
                    throw wrong(parameter, String.join(",", field.codes()));
                }
                yield text;
            }
            case REFERENCE -> uuid(parameter, text);
            case FLAG ->
                switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(parameter, "true,false");
                };
            case DATE -> date(parameter, text);
            case DECIMAL -> decimal(parameter, text);
        };
    }

    private static UUID uuid(String parameter, String text) {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw wrong(parameter, "uuid");
        }
        throw wrong(parameter, "uuid");
    }

    private static LocalDate date(String parameter, String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw wrong(parameter, "date");
        }
        throw wrong(parameter, "date");
    }

    private static BigDecimal decimal(String parameter, String text) {
        if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            throw wrong(parameter, "decimal");
        }
        return new BigDecimal(text);
    }

    private List<SortKey> sort() {
        var keys = new ArrayList<SortKey>();
        var names = new LinkedHashSet<String>();
        for (String part : parts("sort")) {
            boolean descending = part.startsWith("-");
            var name = descending ? part.substring(1) : part;
            if ((!name.equals("id") && !type.has(name)) || !names.add(name) || names.size() > MOST_SORT_KEYS) {
                throw wrong("sort", "up to " + MOST_SORT_KEYS + " different fields");
            }
            keys.add(new SortKey(name.equals("id") ? ListQuery.ID : type.field(name), descending));
        }
        if (!names.contains("id")) {
            keys.add(new SortKey(ListQuery.ID, false));
        }
        return keys;
    }

    private int limit() {
        String text = single("limit");
        if (text == null) {
            return DEFAULT_ROWS;
        }
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST_ROWS) {
            throw wrong("limit", "1 to " + MOST_ROWS);
        }
        return limit;
    }

    private @Nullable String text() {
        String text = single("q");
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MOST_TEXT) {
            throw wrong("q", "at most " + MOST_TEXT + " characters");
        }
        return text.strip();
    }

    private Set<String> fields() {
        var names = new LinkedHashSet<String>();
        for (String name : parts("fields")) {
            if (!name.equals("id") && !name.equals("version") && !type.has(name)) {
                throw wrong("fields", "names of fields");
            }
            names.add(name);
        }
        if (names.isEmpty()) {
            type.fields().forEach(field -> names.add(field.name()));
        }
        return names;
    }

    private List<String> parts(String name) {
        String text = single(name);
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private @Nullable String single(String name) {
        var values = parameters.get(name);
        return values == null ? null : one(name, values);
    }

    private static String one(String name, List<String> values) {
        if (values.size() != 1) {
            throw wrong(name, "one value");
        }
        return values.getFirst();
    }

    private static ProblemException wrong(String parameter, String expected) {
        return Problem.of("query.wrong")
                .with("expected", expected)
                .at(parameter)
                .asException();
    }
}
