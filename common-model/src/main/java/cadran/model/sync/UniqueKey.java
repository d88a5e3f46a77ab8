package cadran.model.sync;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fields that no two rows of an organisation share. A key with a {@code liveColumn} holds among live rows only: that
 * column carries the value while the row is live and null otherwise, because H2 has no partial indexes.
 */
public record UniqueKey(List<String> fields, @Nullable String liveColumn, Predicate<Row> live) {
    public static UniqueKey of(String... fields) {
        return new UniqueKey(List.of(fields), null, row -> true);
    }

    public static UniqueKey amongLive(String field, String liveColumn, Predicate<Row> live) {
        return new UniqueKey(List.of(field), liveColumn, live);
    }
}
