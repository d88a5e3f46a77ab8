package cadran.server.auth;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of codes in one column: {@code ADMIN,TELECOM}, in the order of their declaration. */
public final class CodeList {
    private CodeList() {}

    public static <E extends Enum<E>> String write(Class<E> type, Collection<E> codes) {
        var ordered = EnumSet.noneOf(type);
        ordered.addAll(codes);
        return ordered.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    public static <E extends Enum<E>> Set<E> read(Class<E> type, String column) {
        var codes = EnumSet.noneOf(type);
        for (String name : column.split(",", -1)) {
            if (!name.isEmpty()) codes.add(Enum.valueOf(type, name));
        }
        return codes;
    }
}
