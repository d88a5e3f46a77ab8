package cadran.desktop.index;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Sort;
import cadran.model.sync.EntityType;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What a question about one table wants to know of another. */
public interface Elsewhere {
    /** What stands in a field of the rows for which the filter holds, or their ids; empty ones may be left out. */
    Collection<UUID> ids(EntityType<?> type, String field, Filter filter);

    /** What the rows of a type are called. */
    void labels(EntityType<?> type, BiConsumer<UUID, String> sink);

    /** By what stands in a field of rows beside. */
    Placing placing(String field, Sort.Beside beside);

    /** Another number after each change of a type's rows. */
    long version(EntityType<?> type);

    /** Another number after each change of anything, also of an index. */
    long moment();
}
