package cadran.desktop.tables;

import cadran.desktop.filter.Sign;
import cadran.desktop.query.Filter;
import cadran.desktop.query.SearchText;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds rows by what something is called that they point to. */
public final class Called {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String CODE = "code";

    private Called() {}

    /**
     * @param type that the field points to
     * @param name a part of what is said of it; with {@code =} its code or its whole name, or its id where neither tells it
     *     from others
     */
    public static Filter filter(EntityType<?> type, String field, Sign sign, String name) {
        if (sign != Sign.EXACTLY) {
            return new Filter.Whose(type, field, Filter.all(SearchText.filters(name)));
        }
        return ID.matcher(name).matches()
                ? new Filter.Is(field, UUID.fromString(name))
                : new Filter.Whose(type, field, exactly(type, name));
    }

    /** The rows of the type with such a code or name. */
    static Filter exactly(EntityType<?> type, String name) {
        var ways = new ArrayList<Filter>();
        for (String field : names(type)) {
            ways.add(new Filter.Is(field, name));
        }
        return Filter.any(ways);
    }

    /** The fields of the type that name a row by themselves, the shortest first. */
    static List<String> names(EntityType<?> type) {
        var names = new ArrayList<String>();
        if (type.has(CODE)) {
            names.add(CODE);
        }
        type.labelFields().stream()
                .filter(field -> type.field(field).kind() == FieldKind.TEXT && !Objects.equals(field, CODE))
                .forEach(names::add);
        return names;
    }
}
