package cadran.server.rest;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to see of a table.
 *
 * @param text must occur in some text field; null for no such wish
 * @param sort never empty: ends with the id, so that no two rows are equal
 * @param fields to answer with, beside id and version
 */
record ListQuery(
        EntityType<?> type,
        List<Condition> conditions,
        @Nullable String text,
        List<SortKey> sort,
        int limit,
        @Nullable Cursor after,
        Set<String> fields) {
    /** Not a field of any type's own, yet filtered and sorted by like one. */
    static final Field ID = Field.reference("id", "").mandatory();
}
